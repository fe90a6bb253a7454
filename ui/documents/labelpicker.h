// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/displaylocale.h"
#include "ui/documents/pagerange.h"
#include "ui/documents/popover.h"

QT_BEGIN_NAMESPACE
class QListWidget;
QT_END_NAMESPACE

namespace tawasul {

class TextField;
class Theme;

/// Asks which document some pages show. Enter says it and nothing else of them, Space says it besides; a
/// digit goes to the document of that number.
class LabelPicker : public Popover
{
    Q_OBJECT

public:
    LabelPicker(const Theme &theme, DisplayLocale locale, std::vector<DocumentChoice> choices, int pages,
                QWidget *parent);

    /// The pages it is about at first, and what they show already.
    void begin(int first, int last, const QStringList &documents);

Q_SIGNALS:
    void labelled(const tawasul::PageLabel &label);
    /// Besides what they show already.
    void alsoLabelled(const tawasul::PageLabel &label);
    /// Of no document any more; an empty code: of none at all.
    void cleared(const tawasul::PageLabel &label);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void say(bool besides);
    [[nodiscard]] std::optional<PageLabel> chosen();

    std::vector<DocumentChoice> m_choices;
    int m_pages;
    DisplayLocale m_locale;
    TextField *m_range;
    QListWidget *m_list;
};

} // namespace tawasul
