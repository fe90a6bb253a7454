// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"
#include "ui/casefile/casefacts.h"
#include "ui/print/paperstamp.h"

namespace tawasul {

/// «خلاصة الطلب», one sheet, in words that are ready to be painted: it is made on the GUI thread and painted
/// on another one.
struct CaseSummary
{
    QStringList issuer;                                 ///< who gives it out, a line each
    std::vector<std::pair<QString, QString>> reference; ///< number, date and the like, label and value
    QString title;
    QString service;
    QString number;      ///< raw, for the bars
    QString unconfirmed; ///< «غير مؤكد»; empty: the centre has acknowledged all that stands here
    QString unconfirmedWhy;
    std::vector<FactGroup> groups;
    QString standing; ///< heading of what was decided
    std::vector<Fact> decision;
    QString replyTitle;
    QString reply;
    QString signer;
    std::vector<QString> signLabels; ///< of the lines to be filled in by hand
    QString stampLabel;
    QString foot;
    QString continued; ///< «تابع في النظام», where the sheet has no room for all of it
    PaperStamp stamp;
    Qt::LayoutDirection direction = Qt::RightToLeft;
};

/// Numbers of persons on paper.
enum class Numbers {
    Masked, ///< all but the last four digits hidden
    Whole,
};

/// Of the case as it is shown, what waits here included. «غير مؤكد» exactly when an act of this account that
/// changes the case has not been acknowledged by the centre (invariant I2). The case has its reference data.
[[nodiscard]] CaseSummary caseSummary(const OpenedCase &opened, const Printing &printing, Numbers numbers,
                                      DisplayLocale locale);

} // namespace tawasul
