// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/secret.h"

#include <cstring>

namespace tawasul {

std::shared_ptr<const Secret> Secret::of(QString text)
{
    auto secret = std::make_shared<const Secret>(text.toUtf8());
    if (text.isDetached())
        ::explicit_bzero(text.data(), std::size_t(text.size()) * sizeof(QChar));
    return secret;
}

Secret::Secret(QByteArray utf8)
    : m_utf8(std::move(utf8))
{
}

Secret::~Secret()
{
    if (m_utf8.isDetached())
        ::explicit_bzero(m_utf8.data(), std::size_t(m_utf8.size()));
}

} // namespace tawasul
