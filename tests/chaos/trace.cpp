// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/trace.h"

#include <cstdio>
#include <cstring>

namespace tawasul {

void Trace::add(QByteArrayView bytes)
{
    add(static_cast<std::uint64_t>(bytes.size()));
    while (bytes.size() >= qsizetype{sizeof(std::uint64_t)}) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), sizeof word);
        add(word);
        bytes = bytes.sliced(sizeof word);
    }
    for (const char byte : bytes)
        add(static_cast<std::uint64_t>(static_cast<unsigned char>(byte)));
}

void Trace::say(std::int64_t ms, const QString &words)
{
    add(static_cast<std::uint64_t>(ms));
    add(QByteArrayView(words.toUtf8()));
    if (m_inWords)
        std::printf("%9.3f  %s\n", static_cast<double>(ms) / 1000, words.toUtf8().constData());
}

} // namespace tawasul
