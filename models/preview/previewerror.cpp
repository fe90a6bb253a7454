// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/previewerror.h"

#include <array>

namespace tawasul {

namespace {

struct Row
{
    PreviewRefusal refusal;
    Error::Kind kind;
    QLatin1String code;
    bool ofDocument;
};

using Kind = Error::Kind;

// clang-format off
constexpr std::array kRows{
    Row{PreviewRefusal::UnknownType, Kind::Invalid, QLatin1String("preview.unknown_type"), true},
    Row{PreviewRefusal::Unreadable, Kind::Corrupt, QLatin1String("preview.unreadable"), true},
    Row{PreviewRefusal::Encrypted, Kind::Forbidden, QLatin1String("preview.encrypted"), true},
    Row{PreviewRefusal::TooLarge, Kind::Invalid, QLatin1String("preview.too_large"), true},
    Row{PreviewRefusal::NoPages, Kind::Corrupt, QLatin1String("preview.no_pages"), true},
    Row{PreviewRefusal::NoSuchPage, Kind::NotFound, QLatin1String("preview.no_such_page"), true},
    Row{PreviewRefusal::Empty, Kind::Invalid, QLatin1String("preview.empty"), true},
    Row{PreviewRefusal::Crashed, Kind::Corrupt, QLatin1String("preview.crashed"), true},
    Row{PreviewRefusal::Timeout, Kind::Invalid, QLatin1String("preview.timeout"), true},
    Row{PreviewRefusal::Lied, Kind::Corrupt, QLatin1String("preview.lied"), true},
    Row{PreviewRefusal::FileMissing, Kind::Storage, QLatin1String("preview.file_missing"), false},
    Row{PreviewRefusal::WorkerMissing, Kind::Server, QLatin1String("preview.worker_missing"), false},
    Row{PreviewRefusal::WorkerBroken, Kind::Server, QLatin1String("preview.worker_broken"), false},
};
// clang-format on

} // namespace

Error previewError(PreviewRefusal refusal, const QString &detail)
{
    const Row &row = kRows.at(std::size_t(refusal));
    Q_ASSERT(row.refusal == refusal);
    return {row.kind, row.code, detail};
}

PreviewRefusal refusalOf(FrameReason reason)
{
    switch (reason) {
    case FrameReason::UnknownType:
        return PreviewRefusal::UnknownType;
    case FrameReason::Unreadable:
        return PreviewRefusal::Unreadable;
    case FrameReason::Locked:
        return PreviewRefusal::Encrypted;
    case FrameReason::TooLarge:
        return PreviewRefusal::TooLarge;
    case FrameReason::NoPages:
        return PreviewRefusal::NoPages;
    case FrameReason::NoSuchPage:
        return PreviewRefusal::NoSuchPage;
    }
    Q_UNREACHABLE();
}

bool isOfDocument(const Error &error)
{
    const auto *row =
        std::find_if(kRows.begin(), kRows.end(), [&error](const Row &one) { return one.code == error.code; });
    return row != kRows.end() && row->ofDocument;
}

} // namespace tawasul
