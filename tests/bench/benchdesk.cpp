// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchdesk.h"

#include <QtTest/QTest>

#include <sys/resource.h>

namespace tawasul {

namespace {

constexpr int kPatience = 180'000; // a month's acts at the pace that the centre allows

double processor()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto milliseconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

} // namespace

void waitFor(const std::function<bool()> &so)
{
    if (!QTest::qWaitFor(so, kPatience))
        qFatal("bench: waited in vain");
}

double processorOf(const std::function<void()> &work)
{
    const double before = processor();
    work();
    return processor() - before;
}

BenchDesk::BenchDesk(const QString &folder, const QUrl &centre)
    : m_transport(std::make_unique<NetworkTransport>(centre))
    , m_network(QStringLiteral("network"))
    , m_profile(
          std::make_unique<OpenProfile>(folder, QString(folder % u"/envelopes"),
                                        Surroundings{m_clock, m_random, m_gui, m_network, *m_transport}))
{
    std::optional<Outcome> opened;
    m_profile->store().open([&opened](const Outcome &outcome) { opened = outcome; });
    waitFor([&opened] { return opened.has_value(); });
    if (!*opened)
        qFatal("bench: the profile does not open: %s", qPrintable(opened->error().code));
}

BenchDesk::~BenchDesk()
{
    m_profile.reset();
    m_network.post([this] { m_transport.reset(); });
    m_network.drain();
}

void BenchDesk::begin(const Actor &officer, std::optional<SessionTokens> tokens)
{
    m_profile->begin(officer, std::move(tokens));
}

} // namespace tawasul
