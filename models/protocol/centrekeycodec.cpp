// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/centrekeycodec.h"

#include <QtCore/QJsonDocument>

namespace tawasul::wire {

namespace {

constexpr QLatin1String kKeys{"keys"};
constexpr QLatin1String kId{"id"};
constexpr QLatin1String kPublicKey{"public_key"};
constexpr QLatin1String kIntroducedBy{"introduced_by"};
constexpr QLatin1String kIntroduction{"introduction"};
constexpr qsizetype kPublicKeySize = 32;
constexpr qsizetype kSignatureSize = 64;

QByteArray bytes(JsonReader &reader, QLatin1String name, const QString &base64, qsizetype size)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(base64.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != size)
        reader.fail(name, "not base64 of the right length");
    return decoded.decoded;
}

CentreKey decodeKey(JsonReader &reader)
{
    CentreKey key;
    key.id = reader.filledText(kId);
    key.publicKey = bytes(reader, kPublicKey, reader.text(kPublicKey), kPublicKeySize);
    key.introducedBy = reader.optionalText(kIntroducedBy);
    if (!key.introducedBy.isEmpty())
        key.introduction = bytes(reader, kIntroduction, reader.text(kIntroduction), kSignatureSize);
    if (key.id != centreKeyId(key.publicKey))
        reader.fail(kId, "not the key's own id");
    return key;
}

QJsonObject encodeKey(const CentreKey &key)
{
    QJsonObject object{{kId, key.id}, {kPublicKey, QString::fromLatin1(key.publicKey.toBase64())}};
    if (!key.introducedBy.isEmpty()) {
        object.insert(kIntroducedBy, key.introducedBy);
        object.insert(kIntroduction, QString::fromLatin1(key.introduction.toBase64()));
    }
    return object;
}

} // namespace

std::vector<CentreKey> centreKeysFrom(JsonReader &reader)
{
    std::vector<CentreKey> keys;
    for (const QJsonObject &object : reader.optionalObjects(kKeys)) {
        JsonReader row(object, kKeys);
        keys.push_back(decodeKey(row));
        if (row.error())
            reader.fail(*row.error());
    }
    return keys;
}

QByteArray withCentreKeys(const QByteArray &document, const std::vector<CentreKey> &keys)
{
    QByteArray with = document.trimmed();
    if (keys.empty() || !with.endsWith('}'))
        return document;
    QJsonArray list;
    for (const CentreKey &key : keys)
        list.append(encodeKey(key));
    with.chop(1);
    return with + ",\"keys\":" + QJsonDocument(list).toJson(QJsonDocument::Compact) + '}';
}

QByteArray referenceTag(const QString &version, const std::vector<CentreKey> &keys)
{
    QByteArray name = version.toLatin1();
    if (!keys.empty())
        name += '+' + keys.back().id.toLatin1();
    return '"' + name + '"';
}

} // namespace tawasul::wire
