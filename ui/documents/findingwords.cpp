// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/findingwords.h"

#include <QtCore/QCoreApplication>

namespace tawasul {

namespace {

struct FindingWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::FindingWords)
};

} // namespace

QString findingsSentence(const DocumentFindings &findings, Digits digits)
{
    QStringList found;
    const auto counted = [&found](const QString &words, int count) {
        if (count > 0)
            found.append(words.arg(count));
    };
    const auto said = [&](quint32 flag, const QString &words) {
        if (findings.has(flag))
            found.append(words);
    };
    counted(FindingWords::tr("scripts: %1"), findings.scripts());
    counted(FindingWords::tr("actions that start programs: %1"), findings.launches());
    counted(FindingWords::tr("actions that send data: %1"), findings.submissions());
    counted(FindingWords::tr("embedded files: %1"), findings.embeddedFiles());
    counted(FindingWords::tr("external links: %1"), findings.externalLinks());
    said(kFindingActsAlone, FindingWords::tr("an action when the file is opened"));
    said(kFindingDynamicForm, FindingWords::tr("an interactive form"));
    said(kFindingMedia, FindingWords::tr("sound or video"));
    said(kFindingLaterEdits, FindingWords::tr("changes after it was first saved"));
    said(kFindingEncrypted, FindingWords::tr("encryption"));
    QStringList sentences;
    if (!found.isEmpty())
        sentences.append(FindingWords::tr("The file contains: %1. None of it is run here.", "%1 is a list")
                             .arg(found.join(FindingWords::tr(", ", "between the parts of a list"))));
    if (findings.isPartial())
        sentences.append(
            found.isEmpty() ? FindingWords::tr("The file could not be examined. What it may start or send in "
                                               "another program is not known.")
                            : FindingWords::tr("Not all of the file could be examined."));
    return localDigits(sentences.join(u' '), digits);
}

} // namespace tawasul
