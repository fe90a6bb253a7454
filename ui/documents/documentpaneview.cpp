// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the officer does with the document: pages, zoom, turns, light, labels.
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>

#include "ui/documents/documentpane.h"
#include "ui/documents/documentsearch.h"
#include "ui/documents/gotopage.h"
#include "ui/documents/labelpicker.h"
#include "ui/documents/lightpopover.h"
#include "ui/documents/thumbnailstrip.h"
#include "ui/shared/copytext.h"

namespace tawasul {

namespace {

constexpr std::array kSteps{25, 33, 50, 67, 75, 85, 100, 125, 150, 175, 200, 250, 300, 400};

int nextStep(int percent, int step)
{
    if (step > 0) {
        const auto larger =
            std::find_if(kSteps.begin(), kSteps.end(), [&](int each) { return each > percent; });
        return larger == kSteps.end() ? kSteps.back() : *larger;
    }
    const auto smaller =
        std::find_if(kSteps.rbegin(), kSteps.rend(), [&](int each) { return each < percent; });
    return smaller == kSteps.rend() ? kSteps.front() : *smaller;
}

} // namespace

void DocumentPane::act(DocumentActions::Kind kind)
{
    using Kind = DocumentActions::Kind;
    const bool on = m_actions->of(kind).isChecked();
    switch (kind) {
    case Kind::ZoomIn:
        return zoomStep(1);
    case Kind::ZoomOut:
        return zoomStep(-1);
    case Kind::FitWidth:
        return zoomStep(0);
    case Kind::FitPage:
        return setZoom({PageZoom::Fit::Page, 100});
    case Kind::GoTo:
        return askPage();
    case Kind::Continuous:
        m_continuous = on;
        change([on](DocumentReading &reading) { reading.continuous = on; });
        return m_canvas->setContinuous(on);
    case Kind::Strip:
        return m_strip->setVisible(on);
    case Kind::TurnRight:
        return turn(1, false);
    case Kind::TurnLeft:
        return turn(-1, false);
    case Kind::TurnAll:
        return turn(1, true);
    case Kind::Upright:
        return turn(quartersToUpright(), false);
    case Kind::RetryPage:
        return retryPage(m_page);
    case Kind::Magnifier:
        m_detailPage = -1;
        return m_canvas->setMagnifier(on);
    case Kind::Light:
        return askLight();
    case Kind::Invert: {
        PageLight light = m_canvas->light();
        light.inverted = on;
        return setLight(light);
    }
    case Kind::Find:
        return beginFind();
    case Kind::FindNext:
        return m_search->step(1);
    case Kind::FindPrevious:
        return m_search->step(-1);
    case Kind::Copy:
        return copyText(m_canvas->selectedText());
    case Kind::SelectPage:
        return m_canvas->selectPage();
    case Kind::Label:
        return askLabel();
    case Kind::NextUnlabelled:
        return goToUnlabelled();
    case Kind::Print:
        return print();
    case Kind::Window:
        Q_EMIT windowRequested(on);
        return;
    }
}

void DocumentPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_PageDown)
        turnPage(1);
    else if (event->key() == Qt::Key_PageUp)
        turnPage(-1);
    else
        QWidget::keyPressEvent(event);
}

// --- pages ---

void DocumentPane::turnPage(int step)
{
    goToPage(m_page + step);
}

void DocumentPane::goToPage(int page)
{
    if (page < 0 || page >= pageCount() || page == m_page)
        return;
    readPage(page);
    m_canvas->setCurrent(page);
}

void DocumentPane::readPage(int page)
{
    m_page = page;
    m_strip->setCurrent(page);
    change([page](DocumentReading &reading) { reading.page = page; });
    showTextActions();
    showBar();
}

void DocumentPane::turnAttachment(int step)
{
    const int index = m_index + step;
    if (index >= 0 && index < static_cast<int>(m_attachments.size()))
        showAttachment(m_attachments[static_cast<std::size_t>(index)].sha256);
}

void DocumentPane::askPage()
{
    auto *ask = new GoToPage(m_theme, m_locale, pageCount(), this);
    connect(ask, &GoToPage::pageChosen, this, &DocumentPane::goToPage);
    ask->openOver(*m_canvas);
}

// --- size, turn and light ---

DocumentPane::Box DocumentPane::openingBox(const QString &sha256, int quarters) const
{
    const PageZoom zoom = m_zooms.value(sha256, {m_fit, 100});
    if (zoom.fit == PageZoom::Fit::Free)
        return {{}, kDotsPerPoint * zoom.percent / 100.0 * devicePixelRatioF()};
    QSize box = m_canvas->roomPixels();
    if (zoom.fit == PageZoom::Fit::Width)
        box.setHeight(0);
    return {quarters % 2 != 0 ? box.transposed() : box, 1.0};
}

void DocumentPane::zoomStep(int step)
{
    if (step == 0)
        setZoom({PageZoom::Fit::Width, 100});
    else
        setZoom({PageZoom::Fit::Free, nextStep(m_canvas->percent(), step)});
}

void DocumentPane::setZoom(PageZoom zoom)
{
    if (zoom.fit == PageZoom::Fit::Free) {
        m_zooms.insert(shownAttachment(), zoom);
    } else {
        m_fit = zoom.fit;
        m_zooms.remove(shownAttachment());
    }
    m_canvas->setZoom(zoom);
    showBar();
}

void DocumentPane::turn(int quarters, bool all)
{
    if (!isReady())
        return;
    change([&](DocumentReading &reading) {
        if (all)
            turnAll(reading, quarters);
        else
            tawasul::turnPage(reading, m_page, quarters);
    });
    m_asked.clear();
    m_detailPage = -1;
    m_strip->redraw(all ? 0 : m_page, all ? pageCount() - 1 : m_page);
    showPages();
    showTextActions();
    showBar();
}

void DocumentPane::setLight(const PageLight &light)
{
    m_canvas->setLight(light);
    m_actions->of(DocumentActions::Kind::Invert).setChecked(light.inverted);
}

void DocumentPane::askLight()
{
    auto *ask = new LightPopover(m_theme, m_canvas->light(), this);
    connect(ask, &LightPopover::lightChanged, this, &DocumentPane::setLight);
    ask->openOver(*m_canvas);
}

// --- what the pages show ---

void DocumentPane::label(const std::function<PageLabels(const PageLabels &)> &how)
{
    const PageLabels before = reading().labels;
    change([&](DocumentReading &reading) { reading.labels = how(reading.labels); });
    if (reading().labels == before)
        return;
    showLabels();
    Q_EMIT labelsChanged();
}

void DocumentPane::askLabel()
{
    auto [first, last] = m_strip->marked();
    if (!m_strip->isVisible() || m_page < first || m_page > last)
        first = last = m_page;
    auto *ask = new LabelPicker(m_theme, m_locale, m_choices, pageCount(), this);
    ask->begin(first, last, documentsOn(reading().labels, first));
    connect(ask, &LabelPicker::labelled, this, [this](const PageLabel &one) {
        label([&one](const PageLabels &labels) { return labelled(labels, one); });
    });
    connect(ask, &LabelPicker::alsoLabelled, this, [this](const PageLabel &one) {
        label([&one](const PageLabels &labels) { return tawasul::alsoLabelled(labels, one); });
    });
    connect(ask, &LabelPicker::cleared, this, [this](const PageLabel &one) {
        label([&one](const PageLabels &labels) { return withoutLabel(labels, one); });
    });
    ask->openOver(*m_canvas);
}

void DocumentPane::goToUnlabelled()
{
    if (const auto page = nextUnlabelled(reading().labels, m_page, pageCount()))
        goToPage(*page);
}

} // namespace tawasul
