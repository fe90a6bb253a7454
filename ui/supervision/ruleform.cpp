// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/ruleform.h"

#include <QtWidgets/QGridLayout>

#include "models/arabic/bidi.h"
#include "ui/decisions/choicebox.h"
#include "ui/decisions/labelledfield.h"
#include "ui/shared/casewords.h"
#include "ui/supervision/dayfield.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

// No id of anybody: the cases that nobody has.
QString nobody()
{
    return QStringLiteral("-");
}

QString anyCode()
{
    return QStringLiteral("*");
}

ChoiceBox *makeBox(const char *name, const QString &placeholder)
{
    auto *box = new ChoiceBox(placeholder);
    box->setObjectName(QString::fromLatin1(name));
    return box;
}

} // namespace

RuleForm::RuleForm(const Theme &theme, const BoardWords &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_from(makeBox("ruleFrom", tr("Choose an officer")))
    , m_endsFrom(new DayField(theme, words.locale(), tr("Deadline from"), "ruleEndsFrom"))
    , m_endsTo(new DayField(theme, words.locale(), tr("Deadline to"), "ruleEndsTo"))
    , m_section(makeBox("ruleSection", {}))
    , m_service(makeBox("ruleService", {}))
{
    setObjectName(QStringLiteral("ruleForm"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::medium);
    grid->setVerticalSpacing(space::snug);
    grid->addWidget(new LabelledField(theme, tr("Assigned to", "whose requests"), m_from), 0, 0, 1, 2);
    grid->addWidget(m_endsFrom, 1, 0, Qt::AlignTop);
    grid->addWidget(m_endsTo, 1, 1, Qt::AlignTop);
    grid->addWidget(new LabelledField(theme, tr("Section"), m_section), 2, 0);
    grid->addWidget(new LabelledField(theme, tr("Service"), m_service), 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (ChoiceBox *box : {m_from, m_service})
        connect(box, &QComboBox::currentIndexChanged, this, &RuleForm::edited);
    connect(m_section, &QComboBox::currentIndexChanged, this, [this] {
        fillServices();
        Q_EMIT edited();
    });
    for (const DayField *field : {m_endsFrom, m_endsTo})
        connect(field, &DayField::edited, this, &RuleForm::edited);
}

void RuleForm::setOwnSection(const QString &section)
{
    m_ownSection = section;
    setStaff(m_staff);
}

void RuleForm::setStaff(const std::vector<Colleague> &staff)
{
    if (&staff != &m_staff)
        m_staff = staff;
    QList<std::pair<QString, QString>> people{{nobody(), m_words.officer({})}};
    for (const Colleague &each : staff) {
        if (each.role == Role::Officer)
            people.append({each.name.id.text(), m_words.officer(each.name)});
    }
    m_from->setChoices(people, m_from->chosen());
    QList<std::pair<QString, QString>> sections;
    if (m_ownSection.isEmpty())
        sections.append({anyCode(), tr("Any section")});
    if (const ReferencePtr &reference = m_words.reference()) {
        for (const Section &each : reference->sections) {
            if (m_ownSection.isEmpty() || each.code == m_ownSection)
                sections.append({each.code, named(each.name, m_words.locale().language)});
        }
    }
    if (sections.isEmpty()) // the reference data does not name it
        sections.append({m_ownSection, isolateId(m_ownSection)});
    const QString before = m_section->chosen();
    m_section->setChoices(sections, before.isEmpty() || !m_ownSection.isEmpty() ? ownSection() : before);
    fillServices();
}

// Those of the section that is chosen.
void RuleForm::fillServices()
{
    QList<std::pair<QString, QString>> services{{anyCode(), tr("Any service")}};
    const QString section = m_section->chosen();
    if (const ReferencePtr &reference = m_words.reference()) {
        for (const SubService &each : reference->subServices) {
            if (section == anyCode() || each.section == section)
                services.append({each.code, named(each.name, m_words.locale().language)});
        }
    }
    const QString before = m_service->chosen();
    m_service->setChoices(services, before);
    if (m_service->currentIndex() < 0)
        m_service->setChoices(services, anyCode());
}

// What stands there before anything is chosen.
QString RuleForm::ownSection() const
{
    return m_ownSection.isEmpty() ? anyCode() : m_ownSection;
}

void RuleForm::setRule(const AssignmentRule &rule)
{
    const QSignalBlocker quiet(this);
    m_from->choose(rule.from.isEmpty() ? nobody() : rule.from.text());
    m_endsFrom->setDay(rule.endsFrom);
    m_endsTo->setDay(rule.endsTo);
    m_section->choose(rule.section.isEmpty() || !m_ownSection.isEmpty() ? ownSection() : rule.section);
    fillServices();
    m_service->choose(rule.subService.isEmpty() ? anyCode() : rule.subService);
}

std::optional<AssignmentRule> RuleForm::rule() const
{
    if (m_from->currentIndex() < 0 || m_endsFrom->isWrong() || m_endsTo->isWrong())
        return std::nullopt;
    const auto code = [](const ChoiceBox *box) {
        return box->chosen() == anyCode() ? QString() : box->chosen();
    };
    AssignmentRule rule;
    rule.from = m_from->chosen() == nobody() ? PersonId() : PersonId(m_from->chosen());
    rule.endsFrom = m_endsFrom->day();
    rule.endsTo = m_endsTo->day();
    rule.section = code(m_section);
    rule.subService = code(m_service);
    const bool isBackwards = rule.endsFrom.isValid() && rule.endsTo.isValid() && rule.endsTo < rule.endsFrom;
    return isBackwards ? std::nullopt : std::optional(rule);
}

void RuleForm::showProblems()
{
    const QString noDay = tr("A day is written such as 22/11/2026.");
    m_endsFrom->setProblem(m_endsFrom->isWrong() ? noDay : QString());
    const bool isBackwards =
        m_endsFrom->day().isValid() && m_endsTo->day().isValid() && m_endsTo->day() < m_endsFrom->day();
    m_endsTo->setProblem(m_endsTo->isWrong() ? noDay
                             : isBackwards   ? tr("The last day lies before the first one.")
                                             : QString());
}

} // namespace tawasul
