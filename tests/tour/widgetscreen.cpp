// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every shared widget on one page: for the eye, before and after a change of the look.
#include "tests/tour/tourstates.h"

#include "ui/shared/button.h"
#include "ui/shared/card.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/filterchip.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/skeletonrows.h"
#include "ui/shared/statuschip.h"
#include "ui/shared/strip.h"
#include "ui/shared/textarea.h"
#include "ui/shared/textfield.h"
#include "ui/shared/trainingband.h"
#include "ui/theme/metrics.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace tawasul {

namespace {

// The words here are no part of the product and are not translated.
struct Words
{
    bool arabic;
    [[nodiscard]] QString operator()(const char16_t *ar, const char16_t *en) const
    {
        return QString::fromUtf16(arabic ? ar : en);
    }
};

Card *makeTypeCard(const Words &w)
{
    auto *card = new Card;
    const QString isolated = QStringLiteral("\u2066+966 55 123 4567\u2069");
    card->column().addWidget(new PlainLabel(TextRole::PageTitle, w(u"قائمة العمل", u"Worklist")));
    card->column().addWidget(new PlainLabel(
        TextRole::Secondary, w(u"128 طلبًا · مرتبة حسب أقرب مهلة", u"128 requests · nearest deadline first")));
    card->column().addWidget(new PlainLabel(TextRole::Section, w(u"بيانات صاحب العلاقة", u"Subject")));
    card->column().addWidget(new PlainLabel(TextRole::Caption, w(u"رقم الجوال", u"Mobile")));
    card->column().addWidget(new PlainLabel(TextRole::Value, isolated));
    card->column().addWidget(new PlainLabel(TextRole::Caption, w(u"الاسم", u"Name")));
    card->column().addWidget(new PlainLabel(TextRole::Value, QStringLiteral("MUHAMMAD ABDUL RAHMAN KHAN")));
    card->column().addWidget(new PlainLabel(TextRole::TableMain, QStringLiteral("1448000237")));
    auto *body = new PlainLabel(TextRole::Body,
                                w(u"أرفق مقدم الطلب صورة الجواز الجديد ويطلب نقل المعلومات إلى رقم الإقامة، "
                                  u"ولم تتم الخدمة إلكترونيًا.",
                                  u"The applicant attached the new passport and asks to transfer its details "
                                  u"to the residence record."));
    body->setWordWrap(true);
    card->column().addWidget(body);
    auto *elided = new ElidedLabel(
        TextRole::Value,
        w(u"عبدالرحمن بن محمد بن عبدالعزيز بن إبراهيم آل الشيخ المطيري الحربي العتيبي الدوسري",
          u"Abdulrahman bin Mohammed bin Abdulaziz bin Ibrahim Al-Sheikh Al-Mutairi Al-Harbi Al-Otaibi"));
    card->column().addWidget(elided);
    card->column().addWidget(new PlainLabel(TextRole::Figure, QStringLiteral("128")));
    card->column().addStretch();
    return card;
}

QLayout *makeChips(const Theme &theme, const Words &w)
{
    auto *grid = new QGridLayout;
    const std::vector<ChipLook> looks{
        {w(u"جديد", u"New"), Icon::CircleDot, Tone::Info},
        {w(u"قيد المعالجة", u"In progress"), Icon::ProgressCheck, Tone::Brand},
        {w(u"معاد لمقدم الطلب", u"Returned to applicant"), Icon::ArrowBackUp, Tone::Warning},
        {w(u"مُصعّد", u"Escalated"), Icon::UserUp, Tone::Lavender},
        {w(u"تمت المعالجة", u"Completed"), Icon::CircleCheck, Tone::Success},
        {w(u"مرفوض", u"Rejected"), Icon::CircleX, Tone::Danger},
        {w(u"بانتظار التنفيذ", u"Awaiting execution"), Icon::Hourglass, Tone::Neutral},
        {w(u"تعارض", u"Conflict"), Icon::GitMerge, Tone::Danger},
    };
    int index = 0;
    for (const ChipLook &look : looks) {
        grid->addWidget(new StatusChip(theme, look), index / 4, index % 4);
        ++index;
    }
    grid->setColumnStretch(4, 1);
    return grid;
}

QLayout *makeButtons(const Theme &theme, const Words &w, bool enabled)
{
    auto *row = new QHBoxLayout;
    const auto add = [&](ButtonKind kind, const QString &text, Icon icon) {
        auto *button = new Button(theme, kind, text);
        button->setGlyph(icon);
        button->setEnabled(enabled);
        row->addWidget(button);
    };
    add(ButtonKind::Primary, w(u"إنهاء المعالجة", u"Complete"), Icon::Check);
    add(ButtonKind::Secondary, w(u"إعادة لاستكمال النواقص", u"Return"), Icon::ArrowBackUp);
    add(ButtonKind::Ghost, w(u"مسح التصفية", u"Clear filter"), Icon::FilterOff);
    row->addStretch();
    add(ButtonKind::Danger, w(u"رفض", u"Reject"), Icon::X);
    return row;
}

QLayout *makeIconButtons(const Theme &theme, const Words &w)
{
    auto *row = new QHBoxLayout;
    for (const Icon icon :
         {Icon::Filter, Icon::ArrowsSort, Icon::Refresh, Icon::Bell, Icon::Moon, Icon::Printer, Icon::Copy,
          Icon::ChevronLeft, Icon::ChevronRight, Icon::ExternalLink, Icon::Send})
        row->addWidget(new IconButton(theme, icon, QString::fromLatin1(iconSource(icon).name)));
    auto *checked = new IconButton(theme, Icon::ZoomIn, w(u"تكبير", u"Zoom in"));
    checked->setCheckable(true);
    checked->setChecked(true);
    row->addWidget(checked);
    auto *disabled = new IconButton(theme, Icon::ZoomOut, w(u"تصغير", u"Zoom out"));
    disabled->setEnabled(false);
    row->addWidget(disabled);
    row->addStretch();
    return row;
}

QLayout *makeFilters(const Words &w)
{
    auto *row = new QHBoxLayout;
    const std::vector<std::pair<QString, QString>> filters{
        {w(u"الكل", u"All"), QStringLiteral("128")},
        {w(u"المسندة إليّ", u"Mine"), QStringLiteral("24")},
        {w(u"متأخر", u"Overdue"), QStringLiteral("6")},
        {w(u"تنتهي اليوم", u"Due today"), QStringLiteral("9")}};
    bool first = true;
    for (const auto &[label, count] : filters) {
        auto *chip = new FilterChip(label);
        chip->setCount(count);
        chip->setChecked(first);
        first = false;
        row->addWidget(chip);
    }
    auto *off = new FilterChip(w(u"غير مسندة", u"Unassigned"));
    off->setCount(QStringLiteral("0"));
    off->setEnabled(false);
    row->addWidget(off);
    row->addStretch();
    return row;
}

Card *makeControlCard(const Theme &theme, const Words &w)
{
    auto *card = new Card;
    card->column().addLayout(makeChips(theme, w));
    card->column().addLayout(makeFilters(w));
    card->column().addLayout(makeButtons(theme, w, true));
    card->column().addLayout(makeButtons(theme, w, false));
    card->column().addLayout(makeIconButtons(theme, w));
    const std::vector<std::pair<Tone, QString>> strips{
        {Tone::Danger,
         w(u"انتهت المهلة منذ يوم عمل واحد. آخر إجراء: إعادة لاستكمال النواقص.",
           u"One working day late. Last act: returned to the applicant.")},
        {Tone::Warning, w(u"لا يوجد اتصال – البيانات محدّثة حتى 10:42", u"No connection – data as of 10:42")},
        {Tone::Info,
         w(u"عُدّل الطلب على هذا الجهاز دون اتصال، وعُدّل في النظام المركزي في الوقت نفسه. يلزم تحديد القيمة "
           u"الصحيحة لكل حقل، وتُحفظ النسختان في سجل التدقيق.",
           u"The request was changed on this device while offline and at the centre at the same time. The "
           u"right value of each field has to be chosen; both versions are kept in the audit log.")},
        {Tone::Success, w(u"لا توجد طلبات متبقية لليوم", u"Nothing left for today")}};
    for (const auto &[tone, text] : strips) {
        auto *strip = new Strip(theme);
        card->column().addWidget(strip);
        strip->say(tone, text, tone == Tone::Warning ? w(u"مزامنة الآن", u"Sync now") : QString());
    }
    card->column().addStretch();
    return card;
}

QTableWidget *makeTable(const Words &w)
{
    auto *table = new QTableWidget(3, 3);
    table->setHorizontalHeaderLabels(
        {w(u"الطلب", u"Request"), w(u"مقدم الطلب", u"Applicant"), w(u"المهلة", u"Deadline")});
    for (int row = 0; row < 3; ++row) {
        table->setItem(row, 0, new QTableWidgetItem(QStringLiteral("144800023%1").arg(row)));
        table->setItem(row, 1, new QTableWidgetItem(w(u"هيا بنت عبدالله الدوسري", u"Haya Aldosari")));
        table->setItem(row, 2, new QTableWidgetItem(w(u"بعد 3 أيام عمل", u"in 3 working days")));
    }
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->selectionModel()->setCurrentIndex(table->model()->index(1, 0),
                                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setFixedHeight(140);
    return table;
}

QLayout *makeChecks(const Words &w)
{
    auto *checks = new QHBoxLayout;
    for (int i = 0; i < 3; ++i) {
        auto *check = new QCheckBox(w(u"مطابقة الاسم", u"Name matches"));
        check->setChecked(i > 0);
        check->setEnabled(i < 2);
        checks->addWidget(check);
    }
    checks->addStretch();
    return checks;
}

QLayout *makeRadios(const Words &w)
{
    auto *radios = new QHBoxLayout;
    for (int i = 0; i < 2; ++i) {
        auto *radio = new QRadioButton(i == 0 ? w(u"نسخة هذا الجهاز", u"This device")
                                              : w(u"النسخة المركزية", u"Centre"));
        radio->setChecked(i == 0);
        radios->addWidget(radio);
    }
    radios->addStretch();
    return radios;
}

Card *makeInputCard(const Words &w)
{
    auto *card = new Card;
    auto *tabs = new QTabBar;
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    for (const QString &name :
         {w(u"التفاصيل", u"Details"), w(u"المرفقات 4", u"Attachments 4"), w(u"السجل", u"History")})
        tabs->addTab(name);
    card->column().addWidget(tabs);
    auto *plain = new TextField;
    plain->setText(QStringLiteral("1023456789"));
    card->column().addWidget(plain);
    auto *empty = new TextField;
    empty->setPlaceholderText(w(u"بحث برقم الطلب أو الاسم أو رقم الهوية", u"Search by number, name or ID"));
    empty->setObjectName(QStringLiteral("focused"));
    card->column().addWidget(empty);
    auto *wrong = new TextField;
    wrong->setText(w(u"قيمة غير صحيحة", u"Wrong value"));
    wrong->setInvalid(true);
    card->column().addWidget(wrong);
    auto *disabled = new TextField;
    disabled->setText(w(u"غير متاح", u"Disabled"));
    disabled->setEnabled(false);
    card->column().addWidget(disabled);
    auto *row = new QHBoxLayout;
    auto *combo = new QComboBox;
    combo->addItems(
        {w(u"نقل معلومات الجواز", u"Transfer passport details"), w(u"تمديد تأشيرة", u"Extend visa")});
    row->addWidget(combo, 2);
    auto *spin = new QSpinBox;
    spin->setValue(42);
    row->addWidget(spin, 1);
    card->column().addLayout(row);
    card->column().addLayout(makeChecks(w));
    card->column().addLayout(makeRadios(w));
    auto *text = new TextArea;
    text->setPlainText(w(u"تم تحديث معلومات الجواز، ويمكن الاستفادة من الخدمات الإلكترونية.",
                         u"The passport details have been updated."));
    text->setFixedHeight(72);
    card->column().addWidget(text);
    auto *progress = new QProgressBar;
    progress->setValue(60);
    progress->setTextVisible(false);
    card->column().addWidget(progress);
    card->column().addWidget(makeTable(w));
    card->column().addStretch();
    return card;
}

QWidget *makeSheet(const Theme &theme, const Words &w)
{
    auto *sheet = new QWidget;
    auto *all = new QVBoxLayout(sheet);
    all->setContentsMargins(0, 0, 0, space::medium);
    all->setSpacing(space::medium);
    all->addWidget(new TrainingBand(theme));
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(space::medium, 0, space::medium, 0);
    columns->setSpacing(space::medium);
    columns->addWidget(makeTypeCard(w), 2);
    columns->addWidget(makeControlCard(theme, w), 5);
    columns->addWidget(makeInputCard(w), 4);
    all->addLayout(columns);
    auto *states = new QHBoxLayout;
    states->setContentsMargins(space::medium, 0, space::medium, 0);
    states->setSpacing(space::medium);
    const std::vector<EmptyWords> words{
        {Icon::Inbox, w(u"لا توجد طلبات مسندة حتى الآن", u"No requests assigned yet"),
         w(u"تظهر الطلبات هنا عند إسنادها.", u"They appear here once assigned."), w(u"تحديث", u"Refresh")},
        {Icon::CircleCheck,
         w(u"لا توجد طلبات متبقية لليوم", u"Nothing left for today"),
         {},
         {},
         Ink::Success}};
    for (const EmptyWords &each : words) {
        auto *card = new Card;
        card->column().addWidget(new EmptyState(theme, each));
        states->addWidget(card, 1);
    }
    auto *card = new Card;
    card->column().addWidget(new SkeletonRows(theme, 4, rowHeight(Density::Regular)));
    card->column().addStretch();
    states->addWidget(card, 1);
    all->addLayout(states);
    return sheet;
}

QWidget *makeIcons(const Theme &theme)
{
    constexpr int kColumns = 9;
    auto *sheet = new Card;
    auto *grid = new QGridLayout;
    for (int index = 0; index < static_cast<int>(kIconSources.size()); ++index) {
        const auto icon = static_cast<Icon>(index);
        auto *cell = new QHBoxLayout;
        cell->addWidget(new IconMark(theme, icon, Ink::Text, iconsize::huge));
        cell->addWidget(new PlainLabel(TextRole::Secondary, QString::fromLatin1(iconSource(icon).name)), 1);
        grid->addLayout(cell, index / kColumns, index % kColumns);
    }
    sheet->column().addLayout(grid);
    return sheet;
}

void put(TourStage &stage, QWidget *page)
{
    stage.window().setCurrentIndex(stage.window().addWidget(page));
    stage.window().show();
    stage.window().activateWindow();
}

void showWidgets(TourStage &stage)
{
    put(stage, makeSheet(stage.theme(), Words{stage.locale().language == Language::Arabic}));
    stage.part<QWidget>("focused").setFocus();
}

} // namespace

TourScreen widgetScreen()
{
    return {QStringLiteral("العناصر"),
            {
                {QStringLiteral("widgets"), QStringLiteral("العناصر المشتركة"), showWidgets},
                {QStringLiteral("widgets-icons"), QStringLiteral("الرموز"),
                 [](TourStage &stage) { put(stage, makeIcons(stage.theme())); }},
            }};
}

} // namespace tawasul
