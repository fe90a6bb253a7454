<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tawasul::PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>إخفاء كلمة المرور</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>إظهار كلمة المرور</translation>
    </message>
</context>
<context>
    <name>tawasul::SignInCard</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Tawasul – request processing</source>
        <extracomment>The product&apos;s name on the sign-in card</extracomment>
        <translation>تواصل – معالجة الطلبات</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Checking user name and password…</source>
        <translation>جارٍ التحقق من اسم المستخدم وكلمة المرور…</translation>
    </message>
    <message>
        <source>The user name is required.</source>
        <translation>يلزم إدخال اسم المستخدم.</translation>
    </message>
    <message>
        <source>The password is required.</source>
        <translation>يلزم إدخال كلمة المرور.</translation>
    </message>
    <message>
        <source>The keyboard writes Arabic</source>
        <translation>لوحة المفاتيح: العربية</translation>
    </message>
    <message>
        <source>The keyboard writes Latin letters</source>
        <translation>لوحة المفاتيح: الإنجليزية</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>مفتاح Caps Lock مفعّل</translation>
    </message>
</context>
<context>
    <name>tawasul::SignInPage</name>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>theme</comment>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>theme</comment>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <comment>theme</comment>
        <translation>تباين عالٍ</translation>
    </message>
</context>
<context>
    <name>tawasul::SkeletonRows</name>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
</context>
<context>
    <name>tawasul::TrainingBand</name>
    <message>
        <source>Training environment – data is not real</source>
        <extracomment>The band on top of a window that is connected to a training centre</extracomment>
        <translation>بيئة تدريب – بيانات غير حقيقية</translation>
    </message>
</context>
</TS>
