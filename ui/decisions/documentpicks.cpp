// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/documentpicks.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QVBoxLayout>

#include "ui/shared/casewords.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr char kCode[] = "code";

}

DocumentPicks::DocumentPicks(DisplayLocale locale, QWidget *parent)
    : QWidget(parent)
    , m_locale(locale)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("missingDocuments"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::tiny);
}

void DocumentPicks::offer(const QStringList &codes, const Reference &reference)
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    for (const QString &code : codes) {
        const NamedCode *document = reference.document(code);
        auto *box = new QCheckBox(document ? named(document->name, m_locale.language) : code, this);
        box->setProperty(kCode, code);
        box->setObjectName(QString(u"document_" % code));
        connect(box, &QCheckBox::toggled, this, &DocumentPicks::edited);
        m_column->addWidget(box);
        m_boxes.append(box);
    }
    setFocusProxy(m_boxes.isEmpty() ? nullptr : m_boxes.first());
}

void DocumentPicks::setPicked(const QStringList &codes)
{
    for (QCheckBox *box : std::as_const(m_boxes)) {
        const QSignalBlocker quiet(box);
        box->setChecked(codes.contains(box->property(kCode).toString()));
    }
}

QStringList DocumentPicks::picked() const
{
    QStringList codes;
    for (const QCheckBox *box : m_boxes) {
        if (box->isChecked())
            codes.append(box->property(kCode).toString());
    }
    return codes;
}

} // namespace tawasul
