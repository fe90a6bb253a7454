// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

#include "models/arabic/displaylocale.h"
#include "models/domain/case.h"
#include "models/preview/secret.h"
#include "ui/documents/documentstate.h"
#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

QT_BEGIN_NAMESPACE
class QScrollArea;
class QVBoxLayout;
QT_END_NAMESPACE

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
    /// In a window of its own, while no case is open.
    void showNoCase();
    void present(const Attachment &attachment, const DocumentState &state);
    /// Whether the officer may return the case for another copy now.
    void setCopyAllowed(bool allowed);

Q_SIGNALS:
    /// Open or download it again.
    void retryRequested();
    /// Open it with that password.
    void passwordGiven(const std::shared_ptr<const tawasul::Secret> &password);
    /// Return the case, asking for another copy of the file.
    void copyRequested();

private:
    void put(Icon icon, Tone tone, const QString &title, const QString &sentence);
    void addFacts(const Attachment &attachment, const DocumentState &state);
    void addPassword(const DocumentState &state);
    void addButtons(const DocumentState &state);

    const Theme &m_theme;
    DisplayLocale m_locale;
    QScrollArea *m_scroll; ///< for small windows and large texts
    QVBoxLayout *m_page;
    QWidget *m_content = nullptr;
    QPointer<QWidget> m_copy; ///< the button, where there is one
    bool m_copyAllowed = false;
};

} // namespace tawasul
