// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "models/arabic/displaylocale.h"
#include "models/domain/case.h"
#include "ui/documents/documentactions.h"
#include "ui/documents/pagelayout.h"
#include "ui/theme/icon.h"

namespace tawasul {

class ElidedLabel;
class IconButton;
class IconMark;
class PlainLabel;
class StatusChip;
class Theme;

/// What the bar over a page says.
struct DocumentPlace
{
    const Attachment *attachment = nullptr;
    QString content; ///< the type found in it; empty: not known
    int index = -1;  ///< of the file
    int count = 0;
    int page = -1; ///< -1: no page to turn
    int pages = 0;
    bool showsPages = true; ///< false: a card stands in the place of the page
    PageZoom zoom;
    int percent = 100;
};

/// Over the page: which file, which page, how large; each with its buttons.
class DocumentBar : public QWidget
{
    Q_OBJECT

public:
    DocumentBar(const Theme &theme, DisplayLocale locale, const DocumentActions &actions,
                QWidget *parent = nullptr);

    void present(const DocumentPlace &place);

Q_SIGNALS:
    void pageTurned(int step);
    void attachmentTurned(int step);
    void zoomStepped(int step);
    void fitChosen(PageZoom::Fit fit);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    IconButton *makeButton(const char *name, Icon icon, const QString &title);
    QLayout *makeFileRow();
    void presentName(const DocumentPlace &place);
    QWidget *makePageRow();
    QList<QWidget *> makeExtras();
    QWidget *makeMenuButton();

    const Theme &m_theme;
    DisplayLocale m_locale;
    const DocumentActions &m_actions;
    IconMark *m_warning;
    ElidedLabel *m_name;
    StatusChip *m_badge;
    ElidedLabel *m_tricks;
    QWidget *m_files;
    PlainLabel *m_fileCount;
    IconButton *m_previousFile;
    IconButton *m_nextFile;
    QWidget *m_pageRow;
    IconButton *m_previousPage;
    PlainLabel *m_pageCount;
    IconButton *m_nextPage;
    IconButton *m_smaller;
    PlainLabel *m_percent;
    IconButton *m_larger;
    IconButton *m_fitWidth;
    IconButton *m_fitPage;
    QList<QWidget *> m_extras; ///< buttons that are in the menu, too: seen where there is room
};

} // namespace tawasul
