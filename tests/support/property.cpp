// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/property.h"

#include <rapidcheck/detail/TestListenerAdapter.h>

#include <sstream>

namespace tawasul {

QByteArray counterexample(const char *name, std::uint64_t seed, int runs, const std::function<void()> &body)
{
    rc::detail::TestMetadata metadata;
    metadata.id = name;
    metadata.description = name;
    rc::detail::TestParams params;
    params.seed = seed;
    params.maxSuccess = runs;
    // Listener and (empty) replays are ours, since RapidCheck's own announce a seed that is not the one used.
    rc::detail::TestListenerAdapter silent;
    const std::unordered_map<std::string, rc::detail::Reproduce> noReplays;
    const rc::detail::TestResult result =
        rc::detail::checkTestable(body, metadata, params, silent, noReplays);
    qInfo("%s: %d runs from seed %llu", name, runs, static_cast<unsigned long long>(seed));
    if (result.is<rc::detail::SuccessResult>())
        return {};
    std::ostringstream text;
    rc::detail::printResultMessage(result, text);
    return QByteArray::fromStdString(text.str()) + "\nseed " + QByteArray::number(qulonglong(seed));
}

} // namespace tawasul
