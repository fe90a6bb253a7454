// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/scannedpage.h"

#include "app/preview/jpegpixels.h"
#include "app/preview/scancontent.h"

#include <algorithm>
#include <cmath>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace tawasul {

namespace {

using Object = QPDFObjectHandle;

constexpr double kEdge = 0.5; ///< points by which a scanner may miss the edge of the page

bool isName(Object object, const char *name)
{
    return object.isName() && object.getName() == name;
}

bool isAbsent(Object object)
{
    return object.isNull() || (object.isArray() && object.getArrayNItems() == 0);
}

/// Room for a megabyte is made once, not by doubling.
class Collector final : public Pipeline
{
public:
    explicit Collector(std::string &bytes)
        : Pipeline("scan", nullptr)
        , m_bytes(bytes)
    {
    }
    void write(const unsigned char *data, std::size_t size) override
    {
        m_bytes.append(reinterpret_cast<const char *>(data), size);
    }
    void finish() override {}

private:
    std::string &m_bytes;
};

std::string rawBytesOf(Object stream)
{
    std::string bytes;
    Object length = stream.getDict().getKey("/Length");
    if (length.isInteger() && length.getIntValue() > 0)
        bytes.reserve(std::min(std::size_t(length.getIntValue()), std::size_t(kMaximumDocumentBytes)));
    Collector collector(bytes);
    // It answers whether it has decoded anything, which it was told not to do. What fails is broken for the
    // decoder.
    (void)stream.pipeStreamData(&collector, 0, qpdf_dl_none);
    return bytes;
}

bool isNear(double one, double other)
{
    return std::abs(one - other) <= kEdge;
}

/// The only filter, without anything that changes how it works.
bool isPlainJpeg(Object dictionary)
{
    Object filter = dictionary.getKey("/Filter");
    if (filter.isArray() && filter.getArrayNItems() == 1)
        filter = filter.getArrayItem(0);
    return isName(filter, "/DCTDecode") && isAbsent(dictionary.getKey("/DecodeParms"));
}

/// Painted as it is: opaque, in colours that need no table and no profile.
bool isPlainImage(Object dictionary, const JpegHeader &header)
{
    for (const char *key :
         {"/SMask", "/Mask", "/Decode", "/ImageMask", "/OC", "/SMaskInData", "/Alternates"}) {
        if (!dictionary.getKey(key).isNull())
            return false;
    }
    const auto is = [&dictionary](const char *key, int number) {
        Object value = dictionary.getKey(key);
        return value.isInteger() && value.getIntValue() == number;
    };
    return isName(dictionary.getKey("/Subtype"), "/Image") && is("/BitsPerComponent", 8)
        && is("/Width", header.width) && is("/Height", header.height)
        && isName(dictionary.getKey("/ColorSpace"), header.grey ? "/DeviceGray" : "/DeviceRGB");
}

std::optional<QImageIOHandler::Transformations> turnOf(QPDFPageObjectHelper &page)
{
    Object rotate = page.getAttribute("/Rotate", false);
    if (rotate.isNull())
        return QImageIOHandler::TransformationNone;
    if (!rotate.isInteger())
        return {};
    switch (((rotate.getIntValue() % 360) + 360) % 360) {
    case 0:
        return QImageIOHandler::TransformationNone;
    case 90:
        return QImageIOHandler::TransformationRotate90;
    case 180:
        return QImageIOHandler::TransformationRotate180;
    case 270:
        return QImageIOHandler::TransformationRotate270;
    default:
        return {};
    }
}

/// The part of the page that is shown. Two boxes that differ are left to Poppler.
std::optional<Object::Rectangle> boxOf(QPDFPageObjectHelper &page)
{
    Object media = page.getAttribute("/MediaBox", false);
    Object crop = page.getAttribute("/CropBox", false);
    if (!media.isRectangle() || !(crop.isNull() || crop.isRectangle()))
        return {};
    const Object::Rectangle box = media.getArrayAsRectangle();
    const Object::Rectangle cropped = crop.isNull() ? box : crop.getArrayAsRectangle();
    const bool same = isNear(box.llx, cropped.llx) && isNear(box.lly, cropped.lly)
        && isNear(box.urx, cropped.urx) && isNear(box.ury, cropped.ury);
    if (!same || box.urx <= box.llx || box.ury <= box.lly)
        return {};
    return box;
}

bool covers(const QPDFMatrix &image, const Object::Rectangle &box)
{
    return image.b == 0 && image.c == 0 && isNear(image.e, box.llx) && isNear(image.f, box.lly)
        && isNear(image.e + image.a, box.urx) && isNear(image.f + image.d, box.ury);
}

} // namespace

std::optional<ScannedPage> scannedPage(Object page)
{
    QPDFPageObjectHelper whole(page);
    const auto box = boxOf(whole);
    const auto turn = turnOf(whole);
    if (!box || !turn || !isAbsent(page.getKey("/Annots")) || !page.getKey("/UserUnit").isNull())
        return {};
    Object resources = whole.getAttribute("/Resources", false);
    if (!resources.isDictionary() || !isAbsent(resources.getKeyIfDict("/ColorSpace")))
        return {};
    const auto painted = onlyImageOf(page, *box);
    if (!painted || !covers(painted->matrix, *box))
        return {};
    Object image = resources.getKey("/XObject").getKeyIfDict(painted->name);
    if (!image.isStream() || !isPlainJpeg(image.getDict()))
        return {};
    ScannedPage scan{rawBytesOf(image), *turn};
    const auto header = readJpegHeader(scan.jpeg);
    if (!header || !isPlainImage(image.getDict(), *header))
        return {};
    return scan;
}

} // namespace tawasul
