// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/endofday/leftoverlist.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/digits.h"
#include "ui/shared/button.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr std::size_t kMostLines = 6;
constexpr int kLineHeight = 28; ///< as high as a line that can be pressed

bool isSame(const std::vector<EndOfDayLine> &a, const std::vector<EndOfDayLine> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const EndOfDayLine &x, const EndOfDayLine &y) {
                          return x.id == y.id && x.text == y.text && x.written == y.written;
                      });
}

} // namespace

LeftoverList::LeftoverList(const Theme &theme, Icon icon, DisplayLocale locale, const QString &all,
                           QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_locale(locale)
    , m_mark(new IconMark(theme, icon, Ink::Text3, iconsize::medium))
    , m_heading(new PlainLabel(TextRole::Section))
    , m_all(new Button(theme, ButtonKind::Ghost, all))
    , m_lines(new QVBoxLayout)
{
    m_heading->setObjectName(QStringLiteral("leftoverHeading"));
    m_all->setObjectName(QStringLiteral("leftoverAll"));
    m_all->setAutoDefault(true);
    m_all->hide();
    auto *head = new QHBoxLayout;
    head->setSpacing(space::snug);
    head->addWidget(m_mark);
    head->addWidget(m_heading);
    head->addStretch(1);
    head->addWidget(m_all);
    m_lines->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addLayout(head);
    column->addLayout(m_lines);
    connect(m_all, &QPushButton::clicked, this, &LeftoverList::allRequested);
}

// The number is what is pressed; the rest is to be read.
QWidget *LeftoverList::makeLine(const EndOfDayLine &line)
{
    auto *place = new QWidget;
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::tiny);
    QString rest = line.text;
    if (!line.number.isEmpty() && rest.startsWith(line.number)) {
        auto *number = new Button(m_theme, ButtonKind::Ghost, line.number);
        number->setObjectName(QStringLiteral("leftover"));
        number->setAccessibleName(rawText(line.text));
        number->setAutoDefault(true);
        number->setProperty("flush", true);
        connect(number, &QPushButton::clicked, this, [this, id = line.id] { Q_EMIT chosen(id); });
        row->addWidget(number);
        rest = rest.sliced(line.number.size()).trimmed();
    } else {
        place->setMinimumHeight(m_theme.scaled(kLineHeight));
    }
    auto *words = new ElidedLabel(TextRole::Body, rest);
    words->setObjectName(QStringLiteral("leftoverWords"));
    row->addWidget(words, 1);
    return line.written.isEmpty() ? place : makeReadable(place, line.written);
}

// Below its line, on demand: it may be long.
QWidget *LeftoverList::makeReadable(QWidget *line, const QString &written)
{
    auto *place = new QWidget;
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    auto *toggle = new Button(m_theme, ButtonKind::Ghost, tr("Show what was written"));
    toggle->setObjectName(QStringLiteral("leftoverToggle"));
    toggle->setAutoDefault(true);
    toggle->setProperty("flush", true);
    auto *words = new PlainLabel(TextRole::Body, written);
    words->setObjectName(QStringLiteral("leftoverWritten"));
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->hide();
    connect(toggle, &QPushButton::clicked, words, [toggle, words] {
        const bool show = words->isHidden();
        words->setVisible(show);
        toggle->setText(show ? tr("Hide what was written") : tr("Show what was written"));
        toggle->setAccessibleName(toggle->text());
    });
    column->addWidget(line);
    column->addWidget(toggle, 0, Qt::AlignLeading);
    column->addWidget(words);
    return place;
}

void LeftoverList::present(const QString &heading, const std::vector<EndOfDayLine> &lines, Tone tone,
                           int more)
{
    mark(heading, lines.empty() ? Icon::CircleCheck : m_icon, lines.empty() ? Tone::Success : tone);
    fill(lines, more);
}

void LeftoverList::presentUnknown(const QString &heading, Tone tone)
{
    mark(heading, tone == Tone::Neutral ? m_icon : Icon::AlertTriangle, tone);
    fill({}, 0);
}

void LeftoverList::mark(const QString &heading, Icon icon, Tone tone)
{
    m_heading->setText(heading);
    m_mark->setGlyph(icon, inkOf(tone));
}

void LeftoverList::fill(const std::vector<EndOfDayLine> &lines, int more)
{
    m_all->setVisible(!lines.empty() && !m_all->text().isEmpty());
    if (m_more == more && isSame(lines, m_shown))
        return; // the button that has the keyboard stays
    m_shown = lines;
    m_more = more;
    while (QLayoutItem *old = m_lines->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (std::size_t i = 0; i < std::min(lines.size(), kMostLines); ++i) {
        m_lines->addWidget(makeLine(lines[i]));
    }
    const int further = more + static_cast<int>(lines.size() - std::min(lines.size(), kMostLines));
    if (further > 0)
        m_lines->addWidget(new PlainLabel(
            TextRole::Secondary,
            localDigits(tr("and %n more", "further entries of a list", further), m_locale.digits)));
}

} // namespace tawasul
