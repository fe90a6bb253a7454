// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/mrzlines.h"

#include <array>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kLine = 44;

int valueOf(QChar character)
{
    if (character >= u'0' && character <= u'9')
        return character.unicode() - u'0';
    return character >= u'A' && character <= u'Z' ? character.unicode() - u'A' + 10 : 0;
}

QString checkDigit(const QString &field)
{
    constexpr std::array kWeights{7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < field.size(); ++i)
        sum += valueOf(field.at(i)) * kWeights[static_cast<std::size_t>(i % 3)];
    return QString::number(sum % 10);
}

QString padded(const QString &text, qsizetype width)
{
    return text.leftJustified(width, u'<', true);
}

QString nameField(const QString &latinName)
{
    QString letters;
    for (const QChar character : latinName.toUpper())
        letters.append(character >= u'A' && character <= u'Z' ? character : u'<');
    const qsizetype last = letters.lastIndexOf(u'<');
    if (last < 0)
        return letters;
    return QString(letters.mid(last + 1) % u"<<"_s % letters.left(last));
}

} // namespace

QStringList passportMrz(const Party &holder, bool man, QDate expires)
{
    const QString number = padded(holder.passportNumber, 9);
    const QString birth = holder.birthDate.toString(u"yyMMdd"_s);
    const QString expiry = expires.toString(u"yyMMdd"_s);
    const QString personal(14, u'<');
    const QString numberChecked{number % checkDigit(number)};
    const QString birthChecked{birth % checkDigit(birth)};
    const QString rest{expiry % checkDigit(expiry) % personal % u'<'};
    const QString second{numberChecked % holder.nationality % birthChecked % (man ? u'M' : u'F') % rest
                         % checkDigit(QString(numberChecked % birthChecked % rest))};
    return {padded(QString(u"P<"_s % holder.nationality % nameField(holder.latinName)), kLine), second};
}

} // namespace tawasul
