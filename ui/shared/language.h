// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTranslator>

#include "models/arabic/displaylocale.h"

QT_BEGIN_NAMESPACE
class QGuiApplication;
QT_END_NAMESPACE

namespace tawasul {

/// The catalogues of words installed in the application, Qt's own below ours. Lives as long as the
/// application's windows; choose before the first widget, since texts on screen are not rewritten.
class Catalogues : public QObject
{
    Q_OBJECT

public:
    explicit Catalogues(QGuiApplication &app);

    void use(Language language);

private:
    QGuiApplication &m_app;
    QTranslator m_qt;
    QTranslator m_house;
};

} // namespace tawasul
