<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
