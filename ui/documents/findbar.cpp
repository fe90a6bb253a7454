// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/findbar.h"

#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>

#include "models/arabic/bidi.h"
#include "models/arabic/digits.h"
#include "ui/documents/documentactions.h"
#include "ui/documents/documentsearch.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/note.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/textfield.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr std::chrono::milliseconds kTypingRests{150};
constexpr int kLongestWords = 200;

} // namespace

FindBar::FindBar(const Theme &theme, DisplayLocale locale, const DocumentActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_locale(locale)
    , m_field(new TextField)
    , m_count(new PlainLabel(TextRole::Secondary))
    , m_note(new Note(new IconMark(theme, Icon::InfoCircle, Ink::Info, iconsize::small)))
{
    setObjectName(QStringLiteral("findBar"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addWidget(makeRow(theme, actions));
    m_note->setObjectName(QStringLiteral("findNote"));
    column->addWidget(m_note);
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] { Q_EMIT wordsChanged(words()); });
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_rest.start(kTypingRests); });
    setFocusProxy(m_field);
}

QWidget *FindBar::makeRow(const Theme &theme, const DocumentActions &actions)
{
    m_field->setObjectName(QStringLiteral("findWords"));
    m_field->setPlaceholderText(tr("Find in the document"));
    m_field->setAccessibleName(tr("Find in the document"));
    m_field->setMaxLength(kLongestWords);
    m_field->addAction(theme.icon(Icon::Search, Ink::Text3), QLineEdit::LeadingPosition)->setEnabled(false);
    m_count->setObjectName(QStringLiteral("findCount"));
    using Kind = DocumentActions::Kind;
    auto *previous = new IconButton(theme, &actions.of(Kind::FindPrevious));
    previous->setObjectName(QStringLiteral("findPrevious"));
    auto *next = new IconButton(theme, &actions.of(Kind::FindNext));
    next->setObjectName(QStringLiteral("findNext"));
    auto *close = new IconButton(theme, Icon::X, tr("Close the search (%1)").arg(isolateId(u"Esc")));
    close->setObjectName(QStringLiteral("findClose"));
    connect(close, &QToolButton::clicked, this, &FindBar::closed);
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::tiny);
    row->addWidget(m_field, 1);
    row->addSpacing(space::tiny);
    row->addWidget(m_count);
    for (QWidget *part : std::initializer_list<QWidget *>{previous, next, close})
        row->addWidget(part);
    return widget;
}

void FindBar::begin()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::clear()
{
    m_field->setText({}); // undone with it
    m_rest.stop();
    m_count->setText({});
    m_note->say({});
    m_field->setInvalid(false);
    m_field->setAccessibleDescription({});
    hide();
}

QString FindBar::words() const
{
    return m_field->text();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT closed();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_rest.isActive()) { // what was typed last is looked for first
            m_rest.stop();
            Q_EMIT wordsChanged(words());
        } else {
            Q_EMIT stepped(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FindBar::present(const DocumentSearch &search)
{
    const QString count = countText(search);
    const bool isNews = count != m_count->text();
    m_count->setText(count);
    m_field->setInvalid(search.isOn() && !search.isRunning() && search.count() == 0);
    m_note->say(remarks(search));
    if (!isNews || search.isRunning() || count.isEmpty())
        return;
    // The focus stays in the field: what came of it is read out.
    m_field->setAccessibleDescription(rawText(QString(count % u' ' % m_note->sentence()).trimmed()));
    QAccessibleEvent told(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

QString FindBar::countText(const DocumentSearch &search) const
{
    const auto number = [this](int value) { return localDigits(QString::number(value), m_locale.digits); };
    if (!search.isOn())
        return {};
    if (search.count() == 0)
        return search.isRunning() ? tr("Searching…") : tr("Not found");
    const QString position = number(search.position());
    const QString count = number(search.count());
    if (search.isRunning())
        //: Which place of how many found until now; the search goes on
        return tr("%1 of %2 so far").arg(position, count);
    //: Which place of how many
    return tr("%1 of %2", "places found").arg(position, count);
}

QString FindBar::remarks(const DocumentSearch &search) const
{
    if (!search.isOn() || search.isRunning())
        return {};
    QStringList sentences;
    const auto add = [&](const QString &words) { sentences.append(localDigits(words, m_locale.digits)); };
    if (search.pagesWithoutText() > 0 && search.pagesWithoutText() == search.pagesSeen())
        add(tr("The document is made of images and cannot be searched."));
    else if (search.pagesWithoutText() > 0)
        add(tr("%n page(s) are images and cannot be searched.", nullptr, search.pagesWithoutText()));
    if (search.pagesMissed() > 0)
        add(tr("%n page(s) could not be read.", nullptr, search.pagesMissed()));
    if (search.isFull())
        add(tr("There may be more than is shown here."));
    return sentences.join(u' ');
}

} // namespace tawasul
