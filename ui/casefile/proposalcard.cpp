// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/proposalcard.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

#include "models/arabic/bidi.h"
#include "models/arabic/digits.h"
#include "models/arabic/tooltip.h"
#include "ui/shared/button.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/proposalwords.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/textfield.h"
#include "ui/theme/metrics.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

bool isOpen(const Proposal &proposal)
{
    return proposal.state == Proposal::State::Open;
}

/// Those to be judged of. That somebody had begun goes along with what they did next, and is shown only by
/// itself.
std::vector<const Proposal *> openOnes(const Case &shown)
{
    std::vector<const Proposal *> found;
    for (const Proposal &proposal : shown.proposals) {
        const bool hasMore =
            std::any_of(shown.proposals.begin(), shown.proposals.end(), [&proposal](const Proposal &other) {
                return isOpen(other) && other.type != ActType::Start && other.author.id == proposal.author.id;
            });
        if (isOpen(proposal) && (proposal.type != ActType::Start || !hasMore))
            found.push_back(&proposal);
    }
    return found;
}

PlainLabel *wrapped(const char *name, TextRole role)
{
    auto *label = new PlainLabel(role);
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    return label;
}

} // namespace

ProposalCard::ProposalCard(const Theme &theme, DisplayLocale locale, QWidget *parent)
    : QFrame(parent)
    , m_locale(locale)
    , m_title(wrapped("proposalTitle", TextRole::Value))
    , m_byline(wrapped("proposalByline", TextRole::Secondary))
    , m_why(wrapped("proposalWhy", TextRole::Secondary))
    , m_facts(wrapped("proposalFacts", TextRole::Secondary))
    , m_text(wrapped("proposalText", TextRole::Secondary))
    , m_toggle(new Button(theme, ButtonKind::Ghost, tr("Show the text")))
    , m_adopt(new Button(theme, ButtonKind::Secondary, tr("Adopt the proposal")))
    , m_dismiss(new Button(theme, ButtonKind::Ghost, tr("Dismiss the proposal")))
    , m_reason(new TextField)
    , m_problem(wrapped("proposalProblem", TextRole::Secondary))
{
    setObjectName(QStringLiteral("proposalCard"));
    setProperty("strip", true);
    setStyleProperty(*this, "tone", styleName(Tone::Lavender));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::snug);
    row->addWidget(new IconMark(theme, Icon::UserShare, inkOf(Tone::Lavender), iconsize::large), 0,
                   Qt::AlignTop);
    row->addWidget(makeWords(), 1);
    row->addWidget(makeActs(theme), 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::medium, space::snug, space::medium, space::snug);
    column->setSpacing(space::snug);
    column->addLayout(row);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->hide();
    m_text->hide();
    column->addWidget(m_facts);
    column->addWidget(m_text);
    m_dismissal = makeDismissal(theme);
    column->addWidget(m_dismissal);
    hide();
}

QWidget *ProposalCard::makeWords()
{
    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::hair);
    for (PlainLabel *line : {m_title, m_byline, m_why})
        column->addWidget(line);
    return words;
}

QWidget *ProposalCard::makeActs(const Theme &)
{
    m_adopt->setObjectName(QStringLiteral("proposalAdopt"));
    m_adopt->setGlyph(Icon::Check);
    m_adopt->setToolTip(plainTooltip(m_adopt->text() % u"  " % isolateId(QStringLiteral("F7"))));
    m_adopt->setAccessibleDescription(QStringLiteral("F7"));
    m_dismiss->setObjectName(QStringLiteral("proposalDismiss"));
    m_toggle->setObjectName(QStringLiteral("proposalToggle"));
    auto *acts = new QWidget;
    auto *row = new QHBoxLayout(acts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::snug);
    for (Button *button : {m_toggle, m_adopt, m_dismiss}) {
        button->setAutoDefault(true);
        row->addWidget(button);
    }
    connect(m_toggle, &QPushButton::clicked, this, [this] { showText(!m_isTextShown); });
    connect(m_adopt, &QPushButton::clicked, this, [this] { Q_EMIT adoptRequested(m_proposal); });
    connect(m_dismiss, &QPushButton::clicked, this, [this] { askWhy(true); });
    return acts;
}

QWidget *ProposalCard::makeDismissal(const Theme &theme)
{
    m_reason->setObjectName(QStringLiteral("dismissReason"));
    m_reason->setPlaceholderText(tr("Why it is dismissed; its author reads this"));
    m_reason->setAccessibleName(tr("Reason for dismissing the proposal"));
    auto *confirm =
        new Button(theme, ButtonKind::Secondary, tr("Dismiss", "a proposal, with the reason typed"));
    confirm->setObjectName(QStringLiteral("dismissConfirm"));
    auto *cancel = new Button(theme, ButtonKind::Ghost, tr("Go back"));
    cancel->setObjectName(QStringLiteral("dismissCancel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::snug);
    row->addWidget(m_reason, 1);
    for (Button *button : {confirm, cancel}) {
        button->setAutoDefault(true);
        row->addWidget(button);
    }
    m_problem->setTone(Tone::Danger);
    auto *dismissal = new QWidget;
    auto *column = new QVBoxLayout(dismissal);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addLayout(row);
    column->addWidget(m_problem);
    dismissal->hide();
    m_problem->hide();
    connect(m_reason, &QLineEdit::returnPressed, this, &ProposalCard::dismiss);
    connect(m_reason, &QLineEdit::textEdited, this, [this] {
        m_reason->setInvalid(false);
        m_problem->hide();
    });
    connect(confirm, &QPushButton::clicked, this, &ProposalCard::dismiss);
    connect(cancel, &QPushButton::clicked, this, [this] { askWhy(false); });
    return dismissal;
}

void ProposalCard::present(const OpenedCase &opened, const std::vector<ActType> &allowed, Instant now)
{
    const auto may = [&allowed](ActType act) {
        return std::find(allowed.begin(), allowed.end(), act) != allowed.end();
    };
    const std::vector<const Proposal *> open = openOnes(opened.shown);
    if (open.empty())
        return clear();
    const Proposal &first = *open.front();
    if (first.act != m_proposal) {
        askWhy(false);
        m_reason->clear();
        showText(false);
    }
    m_proposal = first.act;
    const QString what = proposedAct(first, opened.reference.get(), m_locale.language);
    m_title->setText(tr("Proposal by %1: %2", "%1 a name, %2 an act and its reason")
                         .arg(isolateAny(first.author.name), what));
    QString byline = proposalMoments(first, now, m_locale);
    if (open.size() > 1)
        byline = tr("%1 (1 of %2)", "%1 when it was recorded, %2 how many proposals wait")
                     .arg(byline, localDigits(QString::number(open.size()), m_locale.digits));
    m_byline->setText(byline);
    const QString text = proposalText(first);
    m_facts->setText(proposalFacts(first, opened.reference.get(), m_locale.language));
    m_text->setText(text);
    // What a person wrote reads in the direction of its own letters.
    m_text->setLayoutDirection(paragraphDirection(text, layoutDirection()));
    m_toggle->setVisible(!text.isEmpty() || !m_facts->text().isEmpty());
    // A start is nothing that anybody could take over.
    m_canAdopt = first.type != ActType::Start && may(first.type);
    m_adopt->setVisible(m_canAdopt);
    m_dismiss->setVisible(may(ActType::Dismiss));
    m_why->setText(m_canAdopt || first.type == ActType::Start
                       ? QString()
                       : tr("The present status of the request does not allow this act."));
    m_why->setVisible(!m_why->text().isEmpty());
    setAccessibleName(rawText(m_title->text()));
    show();
}

void ProposalCard::clear()
{
    m_canAdopt = false;
    hide();
}

void ProposalCard::showError(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
    askWhy(true);
}

ActId ProposalCard::proposal() const
{
    return isHidden() ? ActId() : m_proposal;
}

bool ProposalCard::canAdopt() const
{
    return !isHidden() && m_canAdopt;
}

void ProposalCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_dismissal->isHidden())
        askWhy(false);
    else
        QFrame::keyPressEvent(event);
}

void ProposalCard::showText(bool show)
{
    m_isTextShown = show;
    m_facts->setVisible(show && !m_facts->text().isEmpty());
    m_text->setVisible(show && !m_text->text().isEmpty());
    m_toggle->setText(show ? tr("Hide the text") : tr("Show the text"));
    m_toggle->setAccessibleName(m_toggle->text());
}

void ProposalCard::askWhy(bool asks)
{
    const bool had = !m_dismissal->isHidden();
    m_dismissal->setVisible(asks);
    if (asks)
        m_reason->setFocus(Qt::OtherFocusReason);
    else if (had && isAncestorOf(focusWidget()))
        m_dismiss->setFocus(Qt::OtherFocusReason);
}

void ProposalCard::dismiss()
{
    const QString why = m_reason->text().trimmed();
    m_reason->setInvalid(why.isEmpty());
    if (why.isEmpty())
        return showError(tr("The reason is required; the author of the proposal reads it."));
    Q_EMIT dismissRequested(m_proposal, why);
}

} // namespace tawasul
