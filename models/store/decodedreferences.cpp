// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/decodedreferences.h"

#include "models/protocol/jsonreader.h"
#include "models/protocol/referencecodec.h"

namespace tawasul {

Result<ReferencePtr> DecodedReferences::add(const QByteArray &document)
{
    Result<Reference> decoded =
        wire::parseObject(document, QStringLiteral("reference")).and_then(wire::referenceFromJson);
    if (!decoded)
        return decoded.error();
    const std::lock_guard lock(m_mutex);
    ReferencePtr &place = m_versions[decoded->version];
    if (!place || place->keys != decoded->keys) // the keys come with a version and are no part of it
        place = std::make_shared<const Reference>(std::move(*decoded));
    return place;
}

void DecodedReferences::setNewest(ReferencePtr reference)
{
    const std::lock_guard lock(m_mutex);
    m_newest = std::move(reference);
}

ReferencePtr DecodedReferences::newest() const
{
    const std::lock_guard lock(m_mutex);
    return m_newest;
}

ReferencePtr DecodedReferences::version(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    return m_versions.value(name);
}

} // namespace tawasul
