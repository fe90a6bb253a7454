// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/demo/demofixture.h"

#include "models/protocol/jsonreader.h"
#include "models/protocol/referencecodec.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

namespace tawasul {

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

QStringList rowsOf(const Sheet &sheet)
{
    QStringList rows;
    for (const DocumentText::Row &row : sheet.document->rows)
        rows.append(QString(row.label % QStringLiteral(": ") % filled(row.value, sheet.places)));
    return rows;
}

MadeDemo makeDemo(const DemoOptions &options)
{
    const ReferencePtr reference = shippedReference();
    if (!reference)
        return {};
    auto printed = std::make_shared<PrintedSheets>();
    const auto nameOf = [](const QByteArray &bytes) {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    };
    const auto describe = [printed, nameOf](const DemoTexts &, const SampleDraft &draft, Dice &dice) {
        QByteArray bytes = QByteArray::number(static_cast<qulonglong>(dice.next()));
        for (const Sheet &sheet : draft.sheets)
            bytes += rowsOf(sheet).join(QLatin1Char('\n')).toUtf8();
        (*printed)[nameOf(bytes)] = draft;
        return Result<QByteArray>(bytes);
    };
    const auto shelf = [nameOf](const QByteArray &bytes) { return Result<QString>(nameOf(bytes)); };
    auto generator = DemoGenerator::make(options, reference, shelf, describe);
    if (!generator) {
        qWarning("%s: %s", qUtf8Printable(generator.error().code), qUtf8Printable(generator.error().detail));
        return {};
    }
    MadeDemo made{std::move(generator).value(), {}, printed};
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
