@echo off
rem A double click opens the journal.
setlocal
cd /d "%~dp0"
where py >nul 2>nul
if errorlevel 1 (set "PYTHON=python") else (set "PYTHON=py -3")
%PYTHON% --version >nul 2>nul
if errorlevel 1 (
  echo The journal needs Python 3.11 or newer. Get it from python.org, then double-click again.
  pause
  exit /b 1
)
%PYTHON% start.py %*
if errorlevel 1 pause
