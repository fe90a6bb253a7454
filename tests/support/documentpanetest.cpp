// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/documentpanetest.h"

#include <QtWidgets/QApplication>

namespace tawasul {

DocumentState readyState(int pages)
{
    DocumentState state;
    state.kind = DocumentState::Kind::Ready;
    state.pages.assign(static_cast<std::size_t>(pages), kA4);
    return state;
}

QImage pagePicture(QSize size, int page)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(0, 0, 100 + page));
    for (int y = 0; y < size.height() / 2; ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(200, 0, 0));
    }
    return image;
}

void DocumentPaneTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_words = std::make_unique<Catalogues>(*qApp);
    m_words->use(Language::Arabic);
}

void DocumentPaneTest::init()
{
    m_pane = std::make_unique<DocumentPane>(*m_theme, DisplayLocale{});
    m_wanted = std::make_unique<QSignalSpy>(m_pane.get(), &DocumentPane::pageWanted);
    m_changed = std::make_unique<QSignalSpy>(m_pane.get(), &DocumentPane::readingChanged);
    m_pane->resize(500, 640);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void DocumentPaneTest::cleanup()
{
    while (QWidget *open = QApplication::activePopupWidget())
        open->close();
    m_pane.reset();
}

void DocumentPaneTest::cleanupTestCase()
{
    m_words.reset();
    m_theme.reset();
}

void DocumentPaneTest::openDocument(int pages)
{
    m_pane->setAttachments(m_files);
    m_pane->setState(sha(), readyState(pages));
    m_wanted->clear();
}

void DocumentPaneTest::bringPage(int page)
{
    m_pane->setPage(sha(), page, pagePicture(canvas().devicePixels(page), page));
}

QList<int> DocumentPaneTest::wantedPages() const
{
    QList<int> pages;
    for (const QList<QVariant> &each : *m_wanted)
        pages.append(each.at(1).toInt());
    return pages;
}

DocumentReading DocumentPaneTest::kept() const
{
    return m_changed->last().at(1).value<DocumentReading>();
}

} // namespace tawasul
