// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/plainlabel.h"

namespace tawasul {

/// In which direction a value reads.
enum class Reading {
    Text,       ///< that of the screen
    Name,       ///< its own
    Identifier, ///< left to right in any language
};

/// A value that can be selected and copied as it is stored. An identifier stands at the start edge although
/// it reads left to right, so it needs no isolates that a copy would carry along.
class ValueLabel : public PlainLabel
{
    Q_OBJECT

public:
    /// `label` is what the value is of: it becomes the accessible name, the value its description.
    ValueLabel(const QString &label, const QString &value, Reading reading, QWidget *parent = nullptr);

    /// A word without an end, which nothing keeps out of a name, does not push its neighbours out of the
    /// pane.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void turn();

    Reading m_reading;
};

} // namespace tawasul
