// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylesheet.h"

#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QVariant>
#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

#include "ui/theme/typography.h"

namespace tawasul {

namespace {

using Words = QHash<QString, QString>;

QString pixels(int count)
{
    return QString(QString::number(count) % u"px");
}

Words wordsOf(const Tokens &tokens)
{
    const std::initializer_list<std::pair<const char *, QColor>> colors{
        {"surface", tokens.surface},
        {"sunken", tokens.sunken},
        {"hover", tokens.hover},
        {"selected", tokens.selected},
        {"border", tokens.border},
        {"control-border", tokens.controlBorder},
        {"text", tokens.text},
        {"text-2", tokens.text2},
        {"text-3", tokens.text3},
        {"disabled", tokens.disabled},
        {"fill", tokens.fill},
        {"fill-hover", tokens.fillHover},
        {"fill-active", tokens.fillActive},
        {"ink", tokens.ink},
        {"focus", tokens.focus},
        {"danger", tokens.tone(Tone::Danger).text},
        {"danger-soft", tokens.tone(Tone::Danger).background},
        {"mark-brand", tokens.marks.brand},
        {"mark-track", tokens.marks.track},
    };
    Words words;
    for (const auto &[name, color] : colors)
        words.insert(QString::fromLatin1(name), color.name());
    words.insert(QStringLiteral("edge"), pixels(tokens.edge));
    return words;
}

// $h36: a height that grows with the text. $in36: the same without the two edges of a framed control, and
// $in2-36 without the two 2 px edges of a focused one. $half32: a full radius. $pad12: a padding that makes
// room for the edge.
QString measure(const QString &word, const Appearance &appearance)
{
    static const QRegularExpression form(QStringLiteral("^(h|in|in2-|half|pad|font)(\\d+)$"));
    const QRegularExpressionMatch match = form.match(word);
    if (!match.hasMatch())
        return {};
    const QString kind = match.captured(1);
    const int given = match.captured(2).toInt();
    const int grown = scaled(given, appearance);
    const int edge = tokensOf(appearance.scheme).edge;
    if (kind == u"in")
        return pixels(grown - 2 * edge);
    if (kind == u"in2-")
        return pixels(grown - 4);
    if (kind == u"half")
        return pixels(grown / 2);
    if (kind == u"pad")
        return pixels(given - edge);
    if (kind == u"font")
        return pixels(std::max(grown, kSmallestText));
    return pixels(grown);
}

QString resolved(const QString &pattern, const Appearance &appearance)
{
    static const QRegularExpression placeholder(QStringLiteral("\\$([a-z0-9-]+)"));
    const Words words = wordsOf(tokensOf(appearance.scheme));
    QString sheet;
    qsizetype done = 0;
    QRegularExpressionMatchIterator all = placeholder.globalMatch(pattern);
    while (all.hasNext()) {
        const QRegularExpressionMatch match = all.next();
        const QString word = match.captured(1);
        const QString value = words.value(word, measure(word, appearance));
        Q_ASSERT_X(!value.isEmpty(), "tawasul.qss", qPrintable(word));
        sheet += QStringView(pattern).mid(done, match.capturedStart() - done);
        sheet += value;
        done = match.capturedEnd();
    }
    sheet += QStringView(pattern).mid(done);
    return sheet;
}

QString textRoleRules(const Appearance &appearance)
{
    const Tokens &tokens = tokensOf(appearance.scheme);
    QString rules;
    for (const TextRole role : kTextRoles) {
        const QFont font = fontOf(role, appearance.textPercent);
        const QColor color = role == TextRole::Caption ? tokens.text3
            : role == TextRole::Secondary              ? tokens.text2
                                                       : tokens.text;
        rules += QStringLiteral("QLabel[textRole=\"%1\"] { font-size: %2px; font-weight: %3; color: %4; }\n")
                     .arg(QString::fromLatin1(textStep(role).name), QString::number(font.pixelSize()),
                          QString::number(static_cast<int>(font.weight())), color.name());
    }
    return rules;
}

QString toneRules(const Tokens &tokens)
{
    QString rules;
    for (const Tone tone : kTones) {
        const ToneColors &colors = tokens.tone(tone);
        rules += QStringLiteral(
                     "QLabel[tone=\"%1\"] { color: %2; }\n"
                     "QFrame[strip=\"true\"][tone=\"%1\"] { background: %3; border: %5px solid %4; }\n"
                     "QFrame[band=\"true\"][tone=\"%1\"] { background: %3; border-bottom: %5px solid %4; }\n"
                     "QFrame[bar=\"bottom\"][tone=\"%1\"] { background: %3; border-top: %5px solid %4; }\n")
                     .arg(styleName(tone), colors.text.name(), colors.background.name(), colors.border.name(),
                          QString::number(tokens.edge));
    }
    return rules;
}

} // namespace

QString styleName(Tone tone)
{
    static constexpr std::array names{"info", "brand", "warning", "lavender", "success", "danger", "neutral"};
    return QString::fromLatin1(names[static_cast<std::size_t>(tone)]);
}

void setStyleProperty(QWidget &widget, const char *name, const QVariant &value)
{
    if (widget.property(name) == value)
        return;
    widget.setProperty(name, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.update();
}

QString styleSheetOf(const Appearance &appearance)
{
    QFile file(QStringLiteral(":/tawasul/style/tawasul.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString(textRoleRules(appearance) % toneRules(tokensOf(appearance.scheme))
                   % resolved(QString::fromUtf8(file.readAll()), appearance));
}

} // namespace tawasul
