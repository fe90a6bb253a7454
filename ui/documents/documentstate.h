// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSizeF>
#include <QtCore/QString>

#include <vector>

#include "models/domain/result.h"
#include "models/preview/previewpage.h"

namespace tawasul {

/// How far the preview of a file has come.
struct DocumentState
{
    enum class Kind {
        Loading, ///< being opened
        Ready,   ///< pages can be asked for
        Failed,  ///< cannot be shown; the file itself is kept
        Away,    ///< not on this device yet; it comes by itself once there is a connection
        Offline, ///< not on this device, and the centre cannot be reached
    };

    Kind kind = Kind::Loading;
    std::vector<QSizeF> pages;    ///< Ready: their sizes in points
    Error error;                  ///< Failed: its code decides the sentence
    QString foundType;            ///< the type found in the content, a word such as "PDF"; empty: not known
    bool passwordRefused = false; ///< Failed as encrypted: a password was entered, and did not open it
    int percent = -1;             ///< Away: how much has arrived; -1: waiting for its turn
};

/// What a failed preview says: what happened, what was kept, what to do.
struct FailureWords
{
    QString title;
    QString sentence;
};

[[nodiscard]] FailureWords failureWords(const Error &error);

/// The same of one page of a file whose other pages can be read.
[[nodiscard]] FailureWords pageFailureWords(const Error &error);

/// Whether a password may open it.
[[nodiscard]] bool wantsPassword(const Error &error);

/// Whether another copy from the applicant may help: the refusal is of the file and not of this machine.
[[nodiscard]] bool wantsAnotherCopy(const Error &error);

/// "PDF", "JPEG"…: a type of content as it is called in any language; empty for one newer than this screen.
[[nodiscard]] QString contentWord(DocumentKind kind);

/// The codes that have words of their own.
[[nodiscard]] QStringList knownPreviewCodes();

} // namespace tawasul
