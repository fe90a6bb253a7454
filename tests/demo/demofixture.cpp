// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/demo/demofixture.h"

#include "models/protocol/jsonreader.h"
#include "models/protocol/referencecodec.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

namespace tawasul {

namespace {

SampleFile named(const QStringList &documents, SampleLook look, const QString &mediaType)
{
    const QString name{documents.join(u',') % QString::number(static_cast<int>(look))};
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    return {QString::fromLatin1(hash), 1000, mediaType, documents, look};
}

} // namespace

ReferencePtr shippedReference()
{
    QFile file(QStringLiteral(":/reference/reference.json"));
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    const auto object = wire::parseObject(file.readAll(), QStringLiteral("reference"));
    auto reference = object ? wire::referenceFromJson(*object) : Result<Reference>(object.error());
    if (!reference) {
        qWarning("%s", qUtf8Printable(reference.error().detail));
        return nullptr;
    }
    return std::make_shared<const Reference>(std::move(reference).value());
}

SamplePool paperPool(const Reference &reference)
{
    const QString pdf = QStringLiteral("application/pdf");
    std::vector<SampleFile> files;
    for (const NamedCode &document : reference.documents)
        files.push_back(named({document.code}, SampleLook::Printed, pdf));
    for (const SubService &service : reference.subServices) {
        if (service.requiredDocuments.size() > 1)
            files.push_back(named(service.requiredDocuments, SampleLook::Scanned, pdf));
    }
    files.push_back(named({QStringLiteral("iqama")}, SampleLook::PoorScan, pdf));
    return SamplePool(std::move(files));
}

MadeDemo makeDemo(const DemoOptions &options)
{
    const ReferencePtr reference = shippedReference();
    if (!reference)
        return {};
    auto generator = DemoGenerator::makeWith(options, reference, paperPool(*reference));
    if (!generator) {
        qWarning("%s: %s", qUtf8Printable(generator.error().code), qUtf8Printable(generator.error().detail));
        return {};
    }
    MadeDemo made{std::move(generator).value(), {}};
    while (made.generator->hasNext()) {
        auto next = made.generator->next();
        if (!next) {
            qWarning("%s: %s", qUtf8Printable(next.error().code), qUtf8Printable(next.error().detail));
            return {};
        }
        made.cases.push_back(std::move(next).value());
    }
    return made;
}

} // namespace tawasul
