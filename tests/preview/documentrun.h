// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QStringList>

#include <vector>

namespace tawasul {

/// What the desk learned of one file.
struct DocumentVerdict
{
    /// How a file ended for the officer, and how the worker ended over it.
    enum class End {
        Shown,
        Refused, ///< the worker said why, or could not read it
        Limit,   ///< of time, memory, pixels or processor
        Sigsys,  ///< killed for a system call: either an attack or a fault of the filter
        Signal,  ///< any other death
    };

    QString file;
    End end = End::Refused;
    QString code;   ///< "page", or the code of the error
    QString detail; ///< of the error
    qint64 milliseconds = 0;

    [[nodiscard]] QByteArray line() const; ///< separated by tabs
    [[nodiscard]] static DocumentVerdict fromLine(const QByteArray &line);
};

/// What is known once all files of a list were shown.
struct DocumentRun
{
    std::vector<DocumentVerdict> verdicts;
    qint64 longestStallMs = 0; ///< of the thread of the windows
    qint64 growthBytes = 0;    ///< of this process, from the tenth file on
    int left = 0;              ///< worker processes that are still there at the end
};

/// Shows the first page of each, and asks for its text and what the document carries, through the real host
/// and worker, two at a time as a screen and what it reads ahead would. Needs a QGuiApplication; on its
/// thread.
[[nodiscard]] DocumentRun showDocuments(const QStringList &files, const QString &worker);

/// How the officer learned of the error.
[[nodiscard]] DocumentVerdict::End endOf(const Error &error);

/// Opens each, one after the other, as an officer does: the real flow and pane, with the memory for pages
/// that the desk has, from the profile's own files. The growth is what is left once the last one was closed.
/// Needs a QApplication and is on its thread.
[[nodiscard]] DocumentRun showInTheWindow(const QStringList &files, const QString &worker);

} // namespace tawasul
