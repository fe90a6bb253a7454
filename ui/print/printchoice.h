// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <vector>

namespace tawasul {

/// A printer that this machine knows.
struct Printer
{
    QString name; ///< by which the spooler knows it
    bool isDefault = false;

    friend bool operator==(const Printer &, const Printer &) = default;
};

/// What may be printed now.
struct PrintOffer
{
    enum class What { Summary, Attachment };

    What what = What::Summary;
    QString number;           ///< of the case
    int pages = 0;            ///< of the attachment
    QString unconfirmed;      ///< why the sheet will say so; empty: it will not
    bool wholeNumbers = true; ///< numbers of persons may be shown in full
};

/// What the officer chose.
struct PrintChoice
{
    QString printer; ///< empty: a file
    QString path;    ///< of the file
    int first = 0;   ///< page of the attachment, from 0
    int last = 0;
    bool wholeNumbers = false; ///< of persons, on the summary

    friend bool operator==(const PrintChoice &, const PrintChoice &) = default;
};

/// Pages of an attachment that are printed at once; it is a matter of memory.
inline constexpr int kMostPages = 100;

} // namespace tawasul
