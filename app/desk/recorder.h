// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"

#include <QtCore/QObject>

namespace tawasul {

/// Gives acts to the desk and says what became of them, to whatever screens there are by then: the language
/// may be switched, or another case opened, before the disk has answered. GUI thread.
class Recorder : public QObject
{
    Q_OBJECT

public:
    explicit Recorder(Desk &desk);

    /// `seen` is the case as it was on screen.
    void record(const Intention &intention, const Case &seen);
    /// An act on it is on its way to the disk.
    [[nodiscard]] bool isRecording(const CaseId &id) const { return m_underWay.contains(id); }

Q_SIGNALS:
    void recorded(const tawasul::ActId &id, const tawasul::Case &seen, tawasul::ActType act);
    void refused(const tawasul::Case &seen, const tawasul::Error &error);

private:
    Desk &m_desk;
    QSet<CaseId> m_underWay;
};

} // namespace tawasul
