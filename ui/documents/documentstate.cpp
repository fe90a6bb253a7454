// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/documentstate.h"

#include <QtCore/QCoreApplication>

#include <array>

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
        "preview.damaged", QT_TRANSLATE_NOOP("tawasul::PreviewWords", "The file is damaged"),
        QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                          "It could not be read to its end. The original is kept unchanged. Returning the "
                          "request for a readable copy is possible.")},
    Failure{
        "preview.encrypted",
        QT_TRANSLATE_NOOP("tawasul::PreviewWords", "The file is protected by a password"),
        QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                          "Its pages cannot be shown without the password. The original is kept unchanged. "
                          "Returning the request for an unprotected copy is possible.")},
    Failure{
        "preview.unsupported",
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
    Failure{"preview.crashed", QT_TRANSLATE_NOOP("tawasul::PreviewWords", "The preview stopped at this file"),
            QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                              "It was opened apart from the program, so nothing else was affected. The "
                              "original is kept unchanged. Trying again is possible.")},
    Failure{"preview.not_sealed",
            QT_TRANSLATE_NOOP("tawasul::PreviewWords", "Preview is not available on this device"),
            QT_TRANSLATE_NOOP("tawasul::PreviewWords",
                              "Files cannot be opened here in isolation, so none is opened. The original is "
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

QStringList knownPreviewCodes()
{
    QStringList codes;
    for (const Failure &failure : kFailures)
        codes.append(QString::fromLatin1(failure.code));
    return codes;
}

} // namespace tawasul
