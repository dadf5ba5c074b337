@echo off
rem Starts FaaS Network Lab: the window if there are no arguments, otherwise the command line (see --help).
rem FAASNETLAB_JAVA_OPTS contains additional options for Java.
setlocal
for %%d in ("%~dp0..") do set "home=%%~fd"

set "java=%JAVA_HOME%\bin\java.exe"
if not exist "%java%" set "java="
if not defined java for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java (
    echo FaaS Network Lab requires Java 17 or newer, but Java was not found. Install it or set JAVA_HOME. 1>&2
    exit /b 3
)
for /f "tokens=3" %%v in ('^""%java%" -version 2^>^&1 ^| findstr /i version^"') do set "version=%%~v"
for /f "delims=.-+ tokens=1" %%m in ("%version%") do set "version=%%m"
if %version% LSS 17 (
    echo FaaS Network Lab requires Java 17 or newer, but %java% is older. Set JAVA_HOME to a newer version. 1>&2
    exit /b 3
)
rem DuckDB's library is unpacked into the user's cache once for each version.
set "cache=%LOCALAPPDATA%\faasnetlab\cache"
if defined FAASNETLAB_DATA set "cache=%FAASNETLAB_DATA%\cache"
for %%l in ("%home%\lib\duckdb_jdbc-*.jar") do set "native=%cache%\native\%%~nl"

rem Java 24 and newer warn about native code and Unsafe, which JavaFX, DuckDB and Netty use.
set "quiet="
if %version% GEQ 24 set "quiet=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

"%java%" %quiet% -Xmx2g -XX:+UseParallelGC -XX:MaxNewSize=192m "-Dfaasnetlab.home=%home%" "-Dfaasnetlab.native=%native%" "-Djava.library.path=%native%" %FAASNETLAB_JAVA_OPTS% -cp "%home%\lib\*" org.faasnetlab.app.Launcher %*
