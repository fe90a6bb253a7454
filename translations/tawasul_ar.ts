<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tawasul::CaseWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>in so much time</comment>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقتين</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>in so much time</comment>
        <translation>
            <numerusform>أقل من ساعة</numerusform>
            <numerusform>ساعة</numerusform>
            <numerusform>ساعتين</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>Hours and minutes of one duration</extracomment>
        <translation>%1 و%2</translation>
    </message>
    <message>
        <source>New</source>
        <comment>status</comment>
        <translation>جديد</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>status</comment>
        <translation>قيد المعالجة</translation>
    </message>
    <message>
        <source>Awaiting execution</source>
        <comment>status</comment>
        <translation>بانتظار التنفيذ</translation>
    </message>
    <message>
        <source>Returned to the applicant</source>
        <comment>status</comment>
        <translation>معاد لمقدم الطلب</translation>
    </message>
    <message>
        <source>Completed by the applicant</source>
        <comment>status</comment>
        <extracomment>The applicant has sent what was missing</extracomment>
        <translation>معاد من مقدم الطلب</translation>
    </message>
    <message>
        <source>Escalated</source>
        <comment>status</comment>
        <translation>مُصعّد</translation>
    </message>
    <message>
        <source>Processed</source>
        <comment>status</comment>
        <translation>تمت المعالجة</translation>
    </message>
    <message>
        <source>Rejected</source>
        <comment>status</comment>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Unknown status</source>
        <translation>حالة غير معروفة</translation>
    </message>
    <message>
        <source>Urgent</source>
        <comment>mark</comment>
        <translation>عاجل</translation>
    </message>
    <message>
        <source>Humanitarian</source>
        <comment>mark</comment>
        <translation>حالة إنسانية</translation>
    </message>
    <message>
        <source>Marked</source>
        <comment>mark</comment>
        <translation>مميّز</translation>
    </message>
    <message>
        <source>Submission</source>
        <comment>act</comment>
        <translation>تقديم الطلب</translation>
    </message>
    <message>
        <source>Assignment</source>
        <comment>act</comment>
        <translation>إسناد</translation>
    </message>
    <message>
        <source>Start of processing</source>
        <comment>act</comment>
        <translation>بدء المعالجة</translation>
    </message>
    <message>
        <source>Internal note</source>
        <comment>act</comment>
        <translation>ملاحظة داخلية</translation>
    </message>
    <message>
        <source>Complete</source>
        <comment>act</comment>
        <translation>إنهاء المعالجة</translation>
    </message>
    <message>
        <source>Return for completion</source>
        <comment>act</comment>
        <translation>إعادة لاستكمال النواقص</translation>
    </message>
    <message>
        <source>Completion by the applicant</source>
        <comment>act</comment>
        <translation>استكمال من مقدم الطلب</translation>
    </message>
    <message>
        <source>Reject</source>
        <comment>act</comment>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Transfer</source>
        <comment>act</comment>
        <translation>إحالة</translation>
    </message>
    <message>
        <source>Escalate</source>
        <comment>act</comment>
        <translation>تصعيد</translation>
    </message>
    <message>
        <source>Reopen</source>
        <comment>act</comment>
        <translation>إعادة فتح</translation>
    </message>
    <message>
        <source>Unknown act</source>
        <translation>إجراء غير معروف</translation>
    </message>
    <message>
        <source>Case officer</source>
        <comment>role</comment>
        <translation>موظف معالجة الطلبات</translation>
    </message>
    <message>
        <source>Section supervisor</source>
        <comment>role</comment>
        <translation>مشرف القسم</translation>
    </message>
    <message>
        <source>Region supervisor</source>
        <comment>role</comment>
        <translation>مشرف المنطقة</translation>
    </message>
    <message>
        <source>Auditor</source>
        <comment>role</comment>
        <translation>مدقق</translation>
    </message>
    <message>
        <source>System administrator</source>
        <comment>role</comment>
        <translation>مدير النظام</translation>
    </message>
    <message>
        <source>Applicant</source>
        <comment>role</comment>
        <translation>مقدم الطلب</translation>
    </message>
    <message>
        <source>Central system</source>
        <comment>role</comment>
        <translation>النظام المركزي</translation>
    </message>
    <message>
        <source>Citizen</source>
        <comment>party</comment>
        <translation>مواطن</translation>
    </message>
    <message>
        <source>Resident</source>
        <comment>party</comment>
        <translation>مقيم</translation>
    </message>
    <message>
        <source>Visitor</source>
        <comment>party</comment>
        <translation>زائر</translation>
    </message>
    <message>
        <source>The applicant</source>
        <comment>relation</comment>
        <translation>مقدم الطلب نفسه</translation>
    </message>
    <message>
        <source>Dependant</source>
        <comment>relation</comment>
        <translation>تابع</translation>
    </message>
    <message>
        <source>Sponsored</source>
        <comment>relation</comment>
        <translation>مكفول</translation>
    </message>
    <message>
        <source>Visitor</source>
        <comment>relation</comment>
        <translation>زائر</translation>
    </message>
    <message>
        <source>National identity number</source>
        <translation>رقم الهوية الوطنية</translation>
    </message>
    <message>
        <source>Iqama number</source>
        <translation>رقم الإقامة</translation>
    </message>
    <message>
        <source>Border number</source>
        <translation>رقم الحدود</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Deadline passed today</source>
        <translation>انتهت المهلة اليوم</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) late</source>
        <translation>
            <numerusform>انتهت المهلة</numerusform>
            <numerusform>متأخر يوم عمل</numerusform>
            <numerusform>متأخر يومي عمل</numerusform>
            <numerusform>متأخر %n أيام عمل</numerusform>
            <numerusform>متأخر %n يوم عمل</numerusform>
            <numerusform>متأخر %n يوم عمل</numerusform>
        </translation>
    </message>
    <message>
        <source>Due today, in %1</source>
        <translation>تنتهي اليوم بعد %1</translation>
    </message>
    <message numerus="yes">
        <source>In %n working day(s)</source>
        <translation>
            <numerusform>تنتهي اليوم</numerusform>
            <numerusform>بعد يوم عمل</numerusform>
            <numerusform>بعد يومي عمل</numerusform>
            <numerusform>بعد %n أيام عمل</numerusform>
            <numerusform>بعد %n يوم عمل</numerusform>
            <numerusform>بعد %n يوم عمل</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 بايت</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 كيلوبايت</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 ميجابايت</translation>
    </message>
</context>
<context>
    <name>tawasul::Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>التنقل</translation>
    </message>
</context>
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
    <name>tawasul::SearchField</name>
    <message>
        <source>Search by request number, name or identity number</source>
        <translation>بحث برقم الطلب أو الاسم أو رقم الهوية</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>مسح البحث</translation>
    </message>
</context>
<context>
    <name>tawasul::Shell</name>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>بحث في القائمة</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>مزامنة الآن</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>الجزء التالي</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>الجزء السابق</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>الطلب التالي</translation>
    </message>
    <message>
        <source>Previous request</source>
        <translation>الطلب السابق</translation>
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
    <name>tawasul::StatusLine</name>
    <message>
        <source>Last complete synchronisation %1</source>
        <translation>آخر مزامنة مكتملة %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) waiting to be sent</source>
        <translation>
            <numerusform>لا شيء بانتظار الإرسال</numerusform>
            <numerusform>عنصر واحد بانتظار الإرسال</numerusform>
            <numerusform>عنصران بانتظار الإرسال</numerusform>
            <numerusform>%n عناصر بانتظار الإرسال</numerusform>
            <numerusform>%n عنصرًا بانتظار الإرسال</numerusform>
            <numerusform>%n عنصر بانتظار الإرسال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) needing a choice</source>
        <translation>
            <numerusform>لا شيء بانتظار المعالجة</numerusform>
            <numerusform>عنصر واحد بانتظار المعالجة</numerusform>
            <numerusform>عنصران بانتظار المعالجة</numerusform>
            <numerusform>%n عناصر بانتظار المعالجة</numerusform>
            <numerusform>%n عنصرًا بانتظار المعالجة</numerusform>
            <numerusform>%n عنصر بانتظار المعالجة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::SyncWords</name>
    <message>
        <source>data as of %1</source>
        <translation>البيانات محدّثة حتى %1</translation>
    </message>
    <message>
        <source>no data fetched yet</source>
        <translation>لم تُجلب بيانات بعد</translation>
    </message>
    <message>
        <source>Connected to the central system</source>
        <translation>متصل بالنظام المركزي</translation>
    </message>
    <message>
        <source>Connected since %1</source>
        <translation>متصل بالنظام المركزي منذ %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>أمس %1</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>تم تسجيل الخروج</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>Connecting to the central system…</source>
        <translation>جارٍ الاتصال بالنظام المركزي…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>لا يوجد اتصال</translation>
    </message>
    <message>
        <source>No connection – %1</source>
        <translation>لا يوجد اتصال – %1</translation>
    </message>
    <message>
        <source>Synchronisation failing</source>
        <translation>تعذّرت المزامنة</translation>
    </message>
    <message>
        <source>The central system answers with errors – %1</source>
        <translation>تعذّرت المزامنة لخطأ في النظام المركزي – %1</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>انتهت الجلسة</translation>
    </message>
    <message>
        <source>The session ended; signing in again is required – %1</source>
        <translation>انتهت الجلسة ويلزم تسجيل الدخول – %1</translation>
    </message>
    <message>
        <source>Update required</source>
        <translation>يلزم تحديث البرنامج</translation>
    </message>
    <message>
        <source>The central system no longer accepts this version – %1</source>
        <translation>لم يعد النظام المركزي يقبل هذا الإصدار ويلزم تحديثه – %1</translation>
    </message>
    <message>
        <source>Data as of %1</source>
        <translation>البيانات محدّثة حتى %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) fetched</source>
        <translation>
            <numerusform>لم يُجلب أي طلب بعد</numerusform>
            <numerusform>جُلب طلب واحد</numerusform>
            <numerusform>جُلب طلبان</numerusform>
            <numerusform>جُلبت %n طلبات</numerusform>
            <numerusform>جُلب %n طلبًا</numerusform>
            <numerusform>جُلب %n طلب</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::TopBar</name>
    <message>
        <source>Tawasul</source>
        <extracomment>The product&apos;s short name in the top bar</extracomment>
        <translation>تواصل</translation>
    </message>
    <message>
        <source>Request processing</source>
        <extracomment>Under the product&apos;s name: what is done with it</extracomment>
        <translation>معالجة الطلبات</translation>
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
<context>
    <name>tawasul::UrgencyWords</name>
    <message>
        <source>Service deadline: %1</source>
        <translation>مهلة الخدمة: %1</translation>
    </message>
    <message>
        <source>Statutory deadline: %1</source>
        <translation>مهلة نظامية: %1</translation>
    </message>
    <message>
        <source>The applicant has answered</source>
        <translation>وردت الاستكمالات</translation>
    </message>
    <message>
        <source>Operation number missing</source>
        <translation>بانتظار رقم العملية</translation>
    </message>
    <message>
        <source>With the supervisor</source>
        <translation>لدى المشرف</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>لا مهلة</translation>
    </message>
    <message>
        <source>Processing has ended</source>
        <translation>انتهت معالجة الطلب</translation>
    </message>
    <message>
        <source>Deadline paused</source>
        <translation>المهلة متوقفة</translation>
    </message>
    <message>
        <source>Waiting for the applicant</source>
        <translation>بانتظار مقدم الطلب</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Two reasons why a case is urgent, the more telling one first</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>تنتهي اليوم</translation>
    </message>
</context>
<context>
    <name>tawasul::UserMenu</name>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
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
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>ارتفاع الصفوف</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <comment>rows</comment>
        <translation>مريح</translation>
    </message>
    <message>
        <source>Regular</source>
        <comment>rows</comment>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Compact</source>
        <comment>rows</comment>
        <translation>مدمج</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A person and what they are, as a screen reader says the button</extracomment>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>tawasul::WorklistBar</name>
    <message>
        <source>Quick filter</source>
        <translation>تصفية سريعة</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>الإسناد</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>كل الأقسام</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>قائمة العمل</translation>
    </message>
    <message>
        <source>All</source>
        <comment>requests</comment>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>متأخر</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>تنتهي اليوم</translation>
    </message>
    <message>
        <source>Completions arrived</source>
        <extracomment>Requests whose applicant has sent what was missing</extracomment>
        <translation>وردت الاستكمالات</translation>
    </message>
    <message>
        <source>Awaiting execution</source>
        <translation>بانتظار التنفيذ</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>كل الحالات</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>كل الطلبات</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>المسندة إليّ</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>المسندة</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>غير مسندة</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <comment>in the list</comment>
        <translation>
            <numerusform>لا طلبات</numerusform>
            <numerusform>طلب واحد</numerusform>
            <numerusform>طلبان</numerusform>
            <numerusform>%n طلبات</numerusform>
            <numerusform>%n طلبًا</numerusform>
            <numerusform>%n طلب</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tawasul::WorklistPage</name>
    <message>
        <source>Worklist</source>
        <translation>قائمة العمل</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>No results for this filter</source>
        <translation>لا نتائج لهذه التصفية</translation>
    </message>
    <message>
        <source>No request matches the chosen filters and the search.</source>
        <translation>لا يوجد طلب يطابق التصفية والبحث.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <source>No requests left for today</source>
        <translation>لا توجد طلبات متبقية لليوم</translation>
    </message>
    <message>
        <source>Requests returned to their applicants come back here once they answer.</source>
        <translation>تعود الطلبات المعادة إلى هذه القائمة عند ورود استكمالاتها.</translation>
    </message>
    <message>
        <source>No requests assigned yet</source>
        <translation>لا توجد طلبات مسندة حتى الآن</translation>
    </message>
    <message>
        <source>Requests appear here once they are assigned.</source>
        <translation>تظهر الطلبات هنا عند إسنادها.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Part of the list could not be read on this device. Recorded work is kept. Try again; if it repeats, contact technical support (code %1).</source>
        <translation>تعذّرت قراءة جزء من القائمة على هذا الجهاز. الإجراءات المسجّلة محفوظة. يمكن إعادة المحاولة، وعند تكرار ذلك يلزم التواصل مع الدعم الفني (الرمز %1).</translation>
    </message>
</context>
<context>
    <name>tawasul::WorklistWords</name>
    <message>
        <source>, </source>
        <extracomment>Between the facts of a row that is read aloud</extracomment>
        <translation>، </translation>
    </message>
    <message>
        <source>masked identifier ending in %1</source>
        <extracomment>An identity number of which only the last four digits are shown</extracomment>
        <translation>رقم هوية مخفي آخره %1</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>مقدم الطلب</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Deadline – earliest first</source>
        <translation>المهلة – الأقرب أولًا</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>جارٍ القراءة</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>الطلب %1</translation>
    </message>
    <message>
        <source>status: %1</source>
        <translation>الحالة: %1</translation>
    </message>
    <message>
        <source>applicant: %1</source>
        <translation>مقدم الطلب: %1</translation>
    </message>
    <message>
        <source>subject: %1</source>
        <translation>صاحب العلاقة: %1</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>غير مسند</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>تعارض</translation>
    </message>
</context>
</TS>
