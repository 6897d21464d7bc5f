//! The workbook read back and compared with the view, cell by cell.
