// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/replytext.h"

#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

namespace tawasul {

namespace {

// The closed list of variables in the reference data is made of these characters only.
const QRegularExpression &variablePattern()
{
    static const QRegularExpression kPattern(QStringLiteral("\\{([a-z][a-z_]*)\\}"));
    return kPattern;
}

} // namespace

FilledReply fillReply(const QString &body, const QHash<QString, QString> &values)
{
    FilledReply reply;
    qsizetype copied = 0;
    for (auto matches = variablePattern().globalMatch(body); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1);
        reply.text += QStringView(body).sliced(copied, match.capturedStart() - copied);
        copied = match.capturedEnd();
        const QString value = values.value(name);
        if (!value.isEmpty()) {
            reply.text += value;
            continue;
        }
        reply.gaps.push_back({reply.text.size(), reply.text.size() + match.capturedLength()});
        reply.text += match.capturedView();
        if (!reply.unfilled.contains(name))
            reply.unfilled.append(name);
    }
    reply.text += QStringView(body).sliced(copied);
    return reply;
}

QString dayInReply(QDate day)
{
    return QLocale::c().toString(day, QStringLiteral("dd/MM/yyyy"));
}

QStringList unfilledVariables(const QString &text)
{
    QStringList names;
    for (auto matches = variablePattern().globalMatch(text); matches.hasNext();) {
        const QString name = matches.next().captured(1);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace tawasul
