// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QScrollArea>

#include <vector>

#include "models/arabic/displaylocale.h"
#include "models/desk/desk.h"
#include "models/domain/precheck.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

class AttachmentList;
class CheckRow;
class DescriptionView;
class FactGrid;
class PlainLabel;
class Theme;
class Timeline;

/// What is known of the case, in the order in which it is judged: what the applicant wrote, what could be
/// checked, the files, the facts, what was done so far.
class FactsSide : public QScrollArea
{
    Q_OBJECT

public:
    /// Where Alt and a digit lead.
    enum class Part { Description, Attachments, Facts, History };

    FactsSide(const Theme &theme, DisplayLocale locale, QWidget *parent = nullptr);

    /// The checks alone, as when an officer has seen more of the documents.
    void presentChecks(const Prechecks &checks, const Reference &reference, bool mayReturn);
    void present(const OpenedCase &opened, const Prechecks &checks, bool mayReturn);

    void goTo(Part part);
    void scrollToTop();

    [[nodiscard]] AttachmentList &attachments() const { return *m_attachments; }
    /// The button of the first failed check that can be answered, or nullptr.
    [[nodiscard]] QWidget *firstAnswer() const;

Q_SIGNALS:
    void returnRequested(const QString &check);

private:
    PlainLabel *addHead(const QString &text);
    void orderTabs();

    const Theme &m_theme;
    DisplayLocale m_locale;
    QVBoxLayout *m_column;
    DescriptionView *m_description;
    PlainLabel *m_noDescription;
    std::vector<CheckRow *> m_checks;
    PlainLabel *m_attachmentsHead;
    AttachmentList *m_attachments;
    PlainLabel *m_noAttachments;
    FactGrid *m_facts;
    PlainLabel *m_historyHead;
    Timeline *m_history;
};

} // namespace tawasul
