// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayList>
#include <QtCore/QSize>
#include <QtCore/QStringList>
#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QImage>

namespace tawasul {

/// Documents made on the spot, so that the tree carries none.
namespace fixtures {

/// A PDF of objects 1 … n with their bodies, the first of them its catalogue.
[[nodiscard]] QByteArray pdfOf(const QList<QByteArray> &bodies);
/// A4 pages of text, written by Qt; needs a QGuiApplication. Turned by so many quarters to the right, as a
/// page that was laid on the scanner so.
[[nodiscard]] QByteArray writtenPdf(const QStringList &pages, const QFont &font, int turn = 0);
/// A4 pages of Arabic text, written by Qt; needs a QGuiApplication.
[[nodiscard]] QByteArray arabicPdf(int pages);
/// A page of that size in points, half of it black: the upper half.
[[nodiscard]] QByteArray plainPdf(QSize points = {200, 100}, int pages = 1);
[[nodiscard]] QByteArray pdfWithoutPages();
/// As it comes from a scanner: pages of that size, each one JPEG from edge to edge; with further entries in
/// the dictionaries of page and image, and more content behind the image.
struct ScanOddities
{
    QByteArray page;
    QByteArray image;
    QByteArray content;
};
[[nodiscard]] QByteArray scannedPdf(const QByteArrayList &jpegs, QSize pixels, QSize points = {595, 842},
                                    const ScanOddities &odd = {});
/// A written page of A4 as a scanner sees it: uneven light, grain, a little noise in its colours.
[[nodiscard]] QImage scannedPaper(QSize pixels, quint32 seed, bool grey = false);
/// Asks for a password, unless that is empty.
[[nodiscard]] QByteArray encryptedPdf(const QByteArray &password);
/// As programs of twenty years ago did it, whose passwords knew no letters but Latin-1.
[[nodiscard]] QByteArray encryptedPdfOfOld(const QByteArray &latinPassword);
/// A page that takes Splash for ever: tilings in tilings.
[[nodiscard]] QByteArray endlessPdf();

/// Red on the left, blue on the right.
[[nodiscard]] QImage twoColours(QSize size);
[[nodiscard]] QByteArray encoded(const QImage &image, const char *format);
/// A JPEG of twoColours() whose EXIF says how it is to be turned, 1 … 8.
[[nodiscard]] QByteArray turnedJpeg(QSize size, int orientation);
/// Pages of one colour each, uncompressed; turned as each says, 1 … 8.
struct TiffPage
{
    QSize size;
    QColor colour;
    int orientation = 1;
};
[[nodiscard]] QByteArray tiff(const QList<TiffPage> &pages);
/// A WebP of twoColours() that wants to be turned, 1 … 8.
[[nodiscard]] QByteArray turnedWebp(QSize size, int orientation);
/// As telephones make them; empty where libheif cannot write.
[[nodiscard]] QByteArray heic(const QImage &image);
/// A PNG whose header says that size, and which has no pixels.
[[nodiscard]] QByteArray pngHeader(QSize size, QImage::Format format = QImage::Format_Grayscale8);

/// The same document with damage that depends on the seed alone: bits, numbers, cuts, repeated parts.
[[nodiscard]] QByteArray mutant(const QByteArray &document, quint32 seed);

} // namespace fixtures

} // namespace tawasul
