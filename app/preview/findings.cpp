// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/findings.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <initializer_list>
#include <qpdf/QPDF.hh>

namespace tawasul {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience{2};
constexpr int kDeepest = 100; ///< dictionaries within each other, without references

bool isOneOf(QPDFObjectHandle name, std::initializer_list<const char *> names)
{
    return name.isName() && std::any_of(names.begin(), names.end(), [&name](const char *one) {
               return name.getName() == one;
           });
}

class Walk
{
public:
    Findings through(QPDF &pdf)
    {
        lookAtWhole(pdf);
        const auto table = pdf.getXRefTable();
        for (const auto &[object, entry] : table) {
            if (steady_clock::now() > m_end) {
                m_found.flags |= kFindingPartial;
                break;
            }
            try {
                lookAt(pdf.getObject(object), 0);
            } catch (const std::exception &) { // damaged, or larger than there is memory
                m_found.flags |= kFindingPartial;
            }
        }
        // Each embedded file is told by its name and by its bytes, and either may be missing.
        m_found.embeddedFiles = std::max(m_fileNames, m_fileBytes);
        return settled();
    }

private:
    void lookAtWhole(QPDF &pdf)
    {
        try {
            if (pdf.isEncrypted())
                m_found.flags |= kFindingEncrypted;
            // A file laid out for the web comes in two parts from the beginning.
            if (pdf.getTrailer().hasKey("/Prev") && !pdf.isLinearized())
                m_found.flags |= kFindingLaterEdits;
            QPDFObjectHandle names = pdf.getRoot().getKey("/Names");
            if (names.isDictionary() && names.hasKey("/JavaScript"))
                m_found.flags |= kFindingActsAlone;
        } catch (const std::exception &) {
            m_found.flags |= kFindingPartial;
        }
    }

    void lookAt(QPDFObjectHandle object, int depth)
    {
        if (depth > kDeepest) {
            m_found.flags |= kFindingPartial;
            return;
        }
        const auto within = [this, depth](const QPDFObjectHandle &child) {
            if (!QPDFObjectHandle(child).isIndirect()) // the table leads there by itself
                lookAt(child, depth + 1);
        };
        if (object.isArray()) {
            for (const QPDFObjectHandle &child : object.getArrayAsVector())
                within(child);
            return;
        }
        if (object.isStream())
            object = object.getDict();
        if (!object.isDictionary())
            return;
        judge(object);
        for (const auto &[key, child] : object.getDictAsMap())
            within(child);
    }

    void judge(QPDFObjectHandle &dictionary)
    {
        judgeAction(dictionary);
        if (dictionary.hasKey("/EF"))
            ++m_fileNames;
        if (isOneOf(dictionary.getKey("/Type"), {"/EmbeddedFile"}))
            ++m_fileBytes;
        if (dictionary.hasKey("/XFA"))
            m_found.flags |= kFindingDynamicForm;
        if (isOneOf(dictionary.getKey("/Subtype"), {"/RichMedia", "/3D", "/Movie", "/Sound", "/Screen"}))
            m_found.flags |= kFindingMedia;
        // Turning to a page is what most documents do when they are opened.
        QPDFObjectHandle atOpening = dictionary.getKey("/OpenAction");
        const bool acts = atOpening.isDictionary() && !isOneOf(atOpening.getKey("/S"), {"/GoTo"});
        if (acts || dictionary.getKey("/AA").isDictionary())
            m_found.flags |= kFindingActsAlone;
    }

    void judgeAction(QPDFObjectHandle &dictionary)
    {
        QPDFObjectHandle action = dictionary.getKey("/S");
        if (isOneOf(action, {"/JavaScript"}) || dictionary.hasKey("/JS"))
            ++m_found.scripts;
        else if (isOneOf(action, {"/Launch"}))
            ++m_found.launches;
        else if (isOneOf(action, {"/SubmitForm", "/ImportData"}))
            ++m_found.submissions;
        else if (isOneOf(action, {"/URI", "/GoToR", "/GoToE"}))
            ++m_found.externalLinks;
        else if (isOneOf(action, {"/Rendition", "/Movie", "/Sound", "/RichMediaExecute", "/GoTo3DView"}))
            m_found.flags |= kFindingMedia;
    }

    Findings settled()
    {
        const auto settle = [this](quint32 &count, quint32 flag) {
            count = std::min(count, kMaximumFindings);
            if (count > 0)
                m_found.flags |= flag;
        };
        settle(m_found.scripts, kFindingScripts);
        settle(m_found.launches, kFindingLaunches);
        settle(m_found.submissions, kFindingSubmissions);
        settle(m_found.embeddedFiles, kFindingEmbeddedFiles);
        settle(m_found.externalLinks, kFindingExternalLinks);
        return m_found;
    }

    Findings m_found;
    quint32 m_fileNames = 0;
    quint32 m_fileBytes = 0;
    steady_clock::time_point m_end = steady_clock::now() + kPatience;
};

} // namespace

Findings findingsIn(QPDF &pdf)
{
    return Walk().through(pdf);
}

} // namespace tawasul
