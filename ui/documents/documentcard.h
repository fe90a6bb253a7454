// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "models/arabic/displaylocale.h"
#include "models/domain/case.h"
#include "ui/documents/documentstate.h"
#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

namespace tawasul {

class Theme;

/// What stands in the place of the page when there is none: calm, with what is known of the file and what can
/// be done.
class DocumentCard : public QWidget
{
    Q_OBJECT

public:
    DocumentCard(const Theme &theme, DisplayLocale locale, QWidget *parent = nullptr);

    void showNothing();
    void show(const Attachment &attachment, const DocumentState &state);

Q_SIGNALS:
    /// Open or download it again.
    void retryRequested();

private:
    void put(Icon icon, Tone tone, const QString &title, const QString &sentence);
    void addFacts(const Attachment &attachment, const DocumentState &state);

    const Theme &m_theme;
    DisplayLocale m_locale;
    QWidget *m_content = nullptr;
};

} // namespace tawasul
