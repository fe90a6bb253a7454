// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/demogenerator.h"

namespace tawasul {

namespace {

constexpr int kWorkingDays = 30;    // as far back as any case goes, and a little
constexpr int kMostCases = 200'000; // the made-up numbers of a kind last for so many
constexpr int kMostOfficers = 500;

// When the people were given their accounts: before the oldest case.
Instant hiring(const OfficeTime &time)
{
    return time.days().empty() ? Instant{} : riyadhInstant(time.days().front(), QTime(6, 0));
}

} // namespace

DemoGenerator::DemoGenerator(const DemoOptions &options, ReferencePtr reference, DemoTexts texts,
                             SamplePress::Shelf shelf, SamplePress::Draw draw)
    : m_options(options)
    , m_reference(std::move(reference))
    , m_texts(std::move(texts))
    , m_time(m_reference->calendar, options.day, kWorkingDays)
    , m_mint(options.seed)
    , m_population(m_texts, m_mint, options.day)
    , m_staff(hireStaff(m_texts, *m_reference, options.officers, options.seed, hiring(m_time)))
    , m_dossiers(m_population)
    , m_press({m_texts, *m_reference, options.seed}, std::move(draw), std::move(shelf))
{
}

Result<std::unique_ptr<DemoGenerator>> DemoGenerator::make(const DemoOptions &options, ReferencePtr reference,
                                                           SamplePress::Shelf shelf, SamplePress::Draw draw)
{
    if (options.cases < 1 || options.cases > kMostCases || options.officers < 1
        || options.officers > kMostOfficers)
        return Error{Error::Kind::Invalid, QStringLiteral("demo.counts"),
                     QStringLiteral("1 to 200,000 cases, 1 to 500 officers")};
    auto texts = DemoTexts::read();
    if (!texts)
        return texts.error();
    std::unique_ptr<DemoGenerator> made(new DemoGenerator(
        options, std::move(reference), std::move(texts).value(), std::move(shelf), std::move(draw)));
    if (std::ssize(made->m_time.days()) < kWorkingDays)
        return Error{Error::Kind::Invalid, QStringLiteral("demo.day"),
                     QStringLiteral("the calendar does not reach back from that day")};
    made->m_plans =
        planCases(made->m_texts, made->reference(), made->m_staff, made->m_time, options.cases, options.seed);
    choosePeople(made->m_plans, options.files);
    return made;
}

Result<DemoCase> DemoGenerator::next()
{
    const std::size_t index = m_next++;
    const DemoWorld world{m_texts,      *m_reference, m_staff, m_time,
                          m_population, m_dossiers,   m_press, m_options.seed};
    return tellCase(world, m_plans[index], index);
}

} // namespace tawasul
