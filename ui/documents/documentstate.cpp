// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/documentstate.h"

#include <QtCore/QCoreApplication>

#include <array>

#include "models/preview/previewerror.h"

namespace tawasul {

namespace {

struct PreviewWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::PreviewWords)
};

struct Failure
{
    const char *code;
    const char *title;
    const char *sentence;
};

constexpr std::array kFailures{
    Failure{
        "preview.unreadable", QT_TRANSLATE_NOOP("tawasul::PreviewWords", "The file is damaged"),
        QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                          "It could not be read to its end. The original is kept unchanged. Returning the "
                          "request for a readable copy is possible.")},
    Failure{
        "preview.no_pages", QT_TRANSLATE_NOOP("tawasul::PreviewWords", "The file has no pages"),
        QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                          "There is nothing in it to be shown. The original is kept unchanged. Returning the "
                          "request for a complete copy is possible.")},
    Failure{"preview.empty", QT_TRANSLATE_NOOP("tawasul::PreviewWords", "The file is empty"),
            QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                              "It arrived without any content. Returning the request for a complete copy is "
                              "possible.")},
    Failure{
        "preview.encrypted",
        QT_TRANSLATE_NOOP("tawasul::PreviewWords", "The file is protected by a password"),
        QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                          "Its pages are shown once the password is entered. The original is kept unchanged. "
                          "Returning the request for an unprotected copy is possible.")},
    Failure{
        "preview.unknown_type",
        QT_TRANSLATE_NOOP("tawasul::PreviewWords", "This type of file cannot be shown"),
        QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                          "Only PDF and pictures are shown here. The original is kept unchanged. Returning "
                          "the request for a PDF is possible.")},
    Failure{"preview.too_large",
            QT_TRANSLATE_NOOP("tawasul::PreviewWords", "The page is too large to be shown"),
            QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                              "Showing it would need more memory than is allowed. The original is kept "
                              "unchanged. A smaller zoom may help.")},
    Failure{
        "preview.timeout", QT_TRANSLATE_NOOP("tawasul::PreviewWords", "The file took too long"),
        QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                          "The preview was stopped so that work can go on. The original is kept unchanged. "
                          "Trying again is possible.")},
    Failure{"preview.stopped", QT_TRANSLATE_NOOP("tawasul::PreviewWords", "Opening was stopped"),
            QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                              "The original is kept unchanged. Trying again is possible.")},
    Failure{"preview.crashed", QT_TRANSLATE_NOOP("tawasul::PreviewWords", "The preview stopped at this file"),
            QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                              "It was opened apart from the program, so nothing else was affected. The "
                              "original is kept unchanged. Trying again is possible.")},
    Failure{"preview.lied", QT_TRANSLATE_NOOP("tawasul::PreviewWords", "The file is not shown for safety"),
            QT_TRANSLATE_NOOP(
                "tawasul::PreviewWords",
                "Opening it led to answers that make no sense, as a hostile file may cause. It was "
                "opened apart from the program, so nothing else was affected. Returning the request "
                "for another copy is possible.")},
    Failure{"preview.worker_broken",
            QT_TRANSLATE_NOOP("tawasul::PreviewWords", "Preview is not available on this device"),
            QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                              "Files cannot be opened here in isolation, so none is opened. The original is "
                              "kept unchanged. Contact technical support with the code.")},
    Failure{
        "preview.worker_missing",
        QT_TRANSLATE_NOOP("tawasul::PreviewWords", "Preview is not available on this device"),
        QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                          "The part of the program that opens files could not be started. The original is "
                          "kept unchanged. Contact technical support with the code.")},
};

} // namespace

FailureWords failureWords(const Error &error)
{
    for (const Failure &failure : kFailures) {
        if (error.code == QLatin1StringView(failure.code))
            return {PreviewWords::tr(failure.title), PreviewWords::tr(failure.sentence)};
    }
    return {
        PreviewWords::tr("The file could not be shown"),
        PreviewWords::tr("The original is kept unchanged. Trying again is possible; if it repeats, contact "
                         "technical support with the code.")};
}

FailureWords pageFailureWords(const Error &error)
{
    const auto is = [&error](const char *code) { return error.code == QLatin1StringView(code); };
    QString title = PreviewWords::tr("The page could not be shown");
    if (is("preview.too_large"))
        title = PreviewWords::tr("The page is too large to be shown");
    else if (is("preview.timeout"))
        title = PreviewWords::tr("The page took too long");
    else if (is("preview.crashed"))
        title = PreviewWords::tr("The preview stopped at this page");
    else if (is("preview.lied"))
        title = PreviewWords::tr("The page is not shown for safety");
    return {title, PreviewWords::tr("The other pages can be read. The original is kept unchanged.")};
}

bool wantsPassword(const Error &error)
{
    return error.code == QLatin1StringView("preview.encrypted");
}

bool wantsAnotherCopy(const Error &error)
{
    return isOfDocument(error) || error.kind == Error::Kind::Corrupt;
}

QString contentWord(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Pdf:
        return QStringLiteral("PDF");
    case DocumentKind::Jpeg:
        return QStringLiteral("JPEG");
    case DocumentKind::Png:
        return QStringLiteral("PNG");
    case DocumentKind::Gif:
        return QStringLiteral("GIF");
    case DocumentKind::Bmp:
        return QStringLiteral("BMP");
    case DocumentKind::Tiff:
        return QStringLiteral("TIFF");
    case DocumentKind::Webp:
        return QStringLiteral("WebP");
    case DocumentKind::Heif:
        return QStringLiteral("HEIF");
    default: // what the worker learns later is a type without a word until it gets one here
        return {};
    }
}

QStringList knownPreviewCodes()
{
    QStringList codes;
    for (const Failure &failure : kFailures)
        codes.append(QString::fromLatin1(failure.code));
    return codes;
}

} // namespace tawasul
