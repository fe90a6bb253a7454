<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tawasul::AlertWords</name>
    <message numerus="yes">
        <source>%n act(s) are recorded on this device and waiting to be sent.</source>
        <translation>
            <numerusform>One act is recorded on this device and waiting to be sent.</numerusform>
            <numerusform>%n acts are recorded on this device and waiting to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::AssignSheet</name>
    <message numerus="yes">
        <source>%n selected request(s)</source>
        <translation>
            <numerusform>%n selected request</numerusform>
            <numerusform>%n selected requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::BoardPage</name>
    <message numerus="yes">
        <source>%n of them unassigned</source>
        <translation>
            <numerusform>%n of them unassigned</numerusform>
            <numerusform>%n of them unassigned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with the applicant</source>
        <translation>
            <numerusform>%n of them with the applicant</numerusform>
            <numerusform>%n of them with the applicant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received today</source>
        <translation>
            <numerusform>%n received today</numerusform>
            <numerusform>%n received today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::BoardWords</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <comment>a count on the board</comment>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::CaseListPanel</name>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>requests</comment>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n request(s) are reassigned at once</source>
        <translation>
            <numerusform>At most %n request is reassigned at once</numerusform>
            <numerusform>At most %n requests are reassigned at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::CaseWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>in so much time</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>in so much time</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) late</source>
        <translation>
            <numerusform>%n working day late</numerusform>
            <numerusform>%n working days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n working day(s)</source>
        <translation>
            <numerusform>In %n working day</numerusform>
            <numerusform>In %n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>in so much time</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::ConflictFields</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::ConflictsPage</name>
    <message numerus="yes">
        <source>%n act(s) need a choice</source>
        <translation>
            <numerusform>%n act needs a choice</numerusform>
            <numerusform>%n acts need a choice</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::DayOpeningPage</name>
    <message numerus="yes">
        <source>request(s) are overdue</source>
        <translation>
            <numerusform>request is overdue</numerusform>
            <numerusform>requests are overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>request(s) are due today while their officer is away</source>
        <translation>
            <numerusform>request is due today while its officer is away</numerusform>
            <numerusform>requests are due today while their officer is away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>request(s) are assigned to nobody</source>
        <translation>
            <numerusform>request is assigned to nobody</numerusform>
            <numerusform>requests are assigned to nobody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>request(s) arrived since the last closing hour</source>
        <translation>
            <numerusform>request arrived since the last closing hour</numerusform>
            <numerusform>requests arrived since the last closing hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>request(s) were answered by their applicants since the last closing hour</source>
        <translation>
            <numerusform>request was answered by its applicant since the last closing hour</numerusform>
            <numerusform>requests were answered by their applicants since the last closing hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>act(s) of %1 are not sent</source>
        <extracomment>After a number of acts; %1 a name</extracomment>
        <translation>
            <numerusform>act of %1 is not sent</numerusform>
            <numerusform>acts of %1 are not sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::EndOfDayWords</name>
    <message numerus="yes">
        <source>%n act(s) not sent yet</source>
        <translation>
            <numerusform>%n act not sent yet</numerusform>
            <numerusform>%n acts not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) needing a choice</source>
        <translation>
            <numerusform>%n act needing a choice</numerusform>
            <numerusform>%n acts needing a choice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) begun and not confirmed</source>
        <translation>
            <numerusform>%n draft begun and not confirmed</numerusform>
            <numerusform>%n drafts begun and not confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) due on the next working day</source>
        <translation>
            <numerusform>%n request due on the next working day</numerusform>
            <numerusform>%n requests due on the next working day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::FindBar</name>
    <message numerus="yes">
        <source>%n page(s) are images and cannot be searched.</source>
        <translation>
            <numerusform>%n page is an image and cannot be searched.</numerusform>
            <numerusform>%n pages are images and cannot be searched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read.</source>
        <translation>
            <numerusform>%n page could not be read.</numerusform>
            <numerusform>%n pages could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::LabelRow</name>
    <message numerus="yes">
        <source>%n page(s) without a label</source>
        <translation>
            <numerusform>%n page without a label</numerusform>
            <numerusform>%n pages without a label</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::LeavingCard</name>
    <message numerus="yes">
        <source>%n act(s) of this account have not been sent to the central system.</source>
        <translation>
            <numerusform>%n act of this account has not been sent to the central system.</numerusform>
            <numerusform>%n acts of this account have not been sent to the central system.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) of this account need a choice.</source>
        <translation>
            <numerusform>%n act of this account needs a choice.</numerusform>
            <numerusform>%n acts of this account need a choice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) of this account have not been answered by the central system. They are sent only once this account signs in here again.</source>
        <extracomment>Orders of a supervisor: cases given to others, leaves. No other account carries them.</extracomment>
        <translation>
            <numerusform>%n order of this account has not been answered by the central system. It is sent only once this account signs in here again.</numerusform>
            <numerusform>%n orders of this account have not been answered by the central system. They are sent only once this account signs in here again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::LeftoverList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>further entries of a list</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::OrderView</name>
    <message numerus="yes">
        <source>The result of %n request(s) is not certain yet: it rests on orders that wait, or on data that is still being fetched.</source>
        <translation>
            <numerusform>The result of %n request is not certain yet: it rests on orders that wait, or on data that is still being fetched.</numerusform>
            <numerusform>The result of %n requests is not certain yet: it rests on orders that wait, or on data that is still being fetched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::OrderWords</name>
    <message numerus="yes">
        <source>%n request(s) will be assigned</source>
        <translation>
            <numerusform>%n request will be assigned</numerusform>
            <numerusform>%n requests will be assigned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) cannot be assigned</source>
        <translation>
            <numerusform>%n request cannot be assigned</numerusform>
            <numerusform>%n requests cannot be assigned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) assigned</source>
        <translation>
            <numerusform>%n request assigned</numerusform>
            <numerusform>%n requests assigned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting to be assigned</source>
        <translation>
            <numerusform>%n request waiting to be assigned</numerusform>
            <numerusform>%n requests waiting to be assigned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) could not be assigned</source>
        <translation>
            <numerusform>%n request could not be assigned</numerusform>
            <numerusform>%n requests could not be assigned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) on hold</source>
        <translation>
            <numerusform>%n request on hold</numerusform>
            <numerusform>%n requests on hold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::OutboxWords</name>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) not sent yet. Work can go on.</source>
        <translation>
            <numerusform>%n act not sent yet. Work can go on.</numerusform>
            <numerusform>%n acts not sent yet. Work can go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) need a choice.</source>
        <translation>
            <numerusform>%n act needs a choice.</numerusform>
            <numerusform>%n acts need a choice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) of other accounts on this device are sent along from here.</source>
        <comment>whose they are and what they say is not known here</comment>
        <translation>
            <numerusform>%n act of another account on this device is sent along from here.</numerusform>
            <numerusform>%n acts of other accounts on this device are sent along from here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::PrintSheet</name>
    <message numerus="yes">
        <source>Of %n page(s)</source>
        <comment>pages of a document</comment>
        <translation>
            <numerusform>Of %n page</numerusform>
            <numerusform>Of %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n page(s) at once.</source>
        <translation>
            <numerusform>At most %n page at once.</numerusform>
            <numerusform>At most %n pages at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::SignInPage</name>
    <message numerus="yes">
        <source>%1 (%n act(s))</source>
        <comment>%1 an officer&apos;s name</comment>
        <translation>
            <numerusform>%1 (%n act)</numerusform>
            <numerusform>%1 (%n acts)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other account(s)</source>
        <translation>
            <numerusform>and %n other account</numerusform>
            <numerusform>and %n other accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::StatusLine</name>
    <message numerus="yes">
        <source>%n item(s) waiting to be sent</source>
        <translation>
            <numerusform>%n item waiting to be sent</numerusform>
            <numerusform>%n items waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) needing a choice</source>
        <translation>
            <numerusform>%n item needs a choice</numerusform>
            <numerusform>%n items need a choice</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::SyncWords</name>
    <message numerus="yes">
        <source>%n request(s) fetched</source>
        <translation>
            <numerusform>%n request fetched</numerusform>
            <numerusform>%n requests fetched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::Timeline</name>
    <message numerus="yes">
        <source>%n earlier step(s)</source>
        <translation>
            <numerusform>1 earlier step</numerusform>
            <numerusform>%n earlier steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::WhyWords</name>
    <message numerus="yes">
        <source>The rule “%1”: %n day(s) from %2 (%3).</source>
        <translation>
            <numerusform>The rule “%1”: 1 day from %2 (%3).</numerusform>
            <numerusform>The rule “%1”: %n days from %2 (%3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) after the day of submission, %1.</source>
        <translation>
            <numerusform>1 working day after the day of submission, %1.</numerusform>
            <numerusform>%n working days after the day of submission, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were added because the request waited for the applicant.</source>
        <translation>
            <numerusform>1 of them was added because the request waited for the applicant.</numerusform>
            <numerusform>%n of them were added because the request waited for the applicant.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::WorklistBar</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <comment>in the list</comment>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
</TS>
