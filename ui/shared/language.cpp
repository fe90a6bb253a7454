// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/language.h"

#include <QtCore/QLibraryInfo>
#include <QtGui/QGuiApplication>

namespace tawasul {

Catalogues::Catalogues(QGuiApplication &app)
    : m_app(app)
{
}

void Catalogues::use(Language language)
{
    QCoreApplication::removeTranslator(&m_house);
    QCoreApplication::removeTranslator(&m_qt);
    const bool arabic = language == Language::Arabic;
    // The one installed last is asked first: ours wins over Qt's, whose word for Discard means "reject".
    if (arabic && m_qt.load(QStringLiteral("qtbase_ar"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_house.load(arabic ? QStringLiteral(":/i18n/tawasul_ar.qm")
                            : QStringLiteral(":/i18n/tawasul_en.qm")))
        QCoreApplication::installTranslator(&m_house);
    m_app.setLayoutDirection(arabic ? Qt::RightToLeft : Qt::LeftToRight);
}

} // namespace tawasul
