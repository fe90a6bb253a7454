// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "models/arabic/displaylocale.h"
#include "ui/documents/documentactions.h"
#include "ui/documents/pagerange.h"

namespace tawasul {

class ElidedLabel;
class PlainLabel;
class Theme;

/// Under the page: what the pages of the file show, how many nobody has labelled, and the way to the next.
class LabelRow : public QWidget
{
    Q_OBJECT

public:
    LabelRow(const Theme &theme, DisplayLocale locale, const DocumentActions &actions,
             QWidget *parent = nullptr);

    void present(const PageLabels &labels, int pages, const std::vector<DocumentChoice> &choices);

private:
    DisplayLocale m_locale;
    ElidedLabel *m_words;
    PlainLabel *m_left;
};

} // namespace tawasul
