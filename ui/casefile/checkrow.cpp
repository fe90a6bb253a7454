// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/checkrow.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QVBoxLayout>

#include "ui/shared/button.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

struct VerdictLook
{
    Icon icon;
    Tone tone;
};

VerdictLook lookOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return {Icon::CircleCheck, Tone::Success};
    case Verdict::Fail:
        return {Icon::CircleX, Tone::Danger};
    case Verdict::CannotTell:
        break;
    }
    return {Icon::HelpCircle, Tone::Warning};
}

} // namespace

CheckRow::CheckRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconMark(theme, Icon::HelpCircle, Ink::Text3, iconsize::medium))
    , m_title(new PlainLabel(TextRole::Value))
    , m_verdict(new PlainLabel(TextRole::Caption))
    , m_evidence(new PlainLabel(TextRole::Secondary))
    , m_answerPlace(new QWidget)
    , m_answer(new Button(theme, ButtonKind::Ghost, tr("Return for this reason")))
{
    m_title->setObjectName(QStringLiteral("checkTitle"));
    m_verdict->setObjectName(QStringLiteral("checkVerdict"));
    m_evidence->setObjectName(QStringLiteral("checkEvidence"));
    m_answer->setObjectName(QStringLiteral("checkAnswer"));
    m_answer->setGlyph(Icon::ArrowBackUp);
    m_answer->setAutoDefault(true);
    m_answer->setProperty("flush", true);
    m_evidence->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::snug);
    grid->setVerticalSpacing(space::hair);
    grid->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_verdict, 0, 2);
    grid->addWidget(m_evidence, 1, 1, 1, 2);
    // With room for the ring of the focus, which else lies over the last line of the evidence.
    auto *place = new QVBoxLayout(m_answerPlace);
    place->setContentsMargins(0, space::small, 0, 0);
    place->addWidget(m_answer);
    grid->addWidget(m_answerPlace, 2, 1, 1, 2, Qt::AlignLeading);
    grid->setColumnStretch(1, 1);
    connect(m_answer, &QPushButton::clicked, this, [this] { Q_EMIT returnRequested(m_check); });
}

void CheckRow::present(const CheckLine &line, bool mayReturn)
{
    const VerdictLook look = lookOf(line.verdict);
    m_check = line.check;
    setObjectName(QString(u"check_" % line.check));
    m_icon->setGlyph(look.icon, inkOf(look.tone));
    m_title->setText(line.title);
    m_verdict->setText(verdictWord(line.verdict));
    m_verdict->setTone(look.tone);
    m_evidence->setText(line.evidence);
    const bool answers = line.verdict == Verdict::Fail && mayReturn;
    m_answer->setVisible(answers);
    m_answerPlace->setVisible(answers);
    // Out of its row the button would not say which check it answers.
    m_answer->setAccessibleDescription(rawText(QString(line.title % u": " % line.evidence)));
}

} // namespace tawasul
