/** Diplomas, transcripts and the like. A page each. */
export const education: readonly string[] = [
  `# Bayou Consolidated High School
= Be it known that
## Marlene Ann Guidry
= having satisfactorily completed the course of study prescribed by the
= Board of Education for graduation is awarded this
# Diploma
= Given at Breaux Bridge this 20th day of May 2002`,
  `STATE OF LOUISIANA
Department of Education
# High School Equivalency Diploma
= This certifies that
## Ronald Thibeaux
= has passed the HiSET examination and is entitled to this diploma
= Date of issue: June 30, 2011`,
  `## Official Transcript
Lakeshore Community College  Office of the Registrar
Student: Keisha Landry   Student ID: 00417
Program: Associate of Arts
Term | Course | Credits | Grade
Fall 2012 | ENGL 1010 Composition | 3.0 | B
Fall 2012 | MATH 1100 College Algebra | 3.0 | C
Spring 2013 | PSYC 2010 General Psychology | 3.0 | A
Cumulative GPA 2.92   Credits earned 62`,
  `# The University of the Delta
= The Board of Trustees upon recommendation of the faculty
= has conferred upon
## Anh Thi Nguyen
= the degree of
## Bachelor of Social Work
= with all the rights and privileges thereunto appertaining
= May 14, 2016`,
  `GENERAL EDUCATIONAL DEVELOPMENT
# GED Testing Service
= This is to certify that
## Celeste Vidrine
= has successfully completed the tests of general educational development
= Standard score 520   Date 08/1994`,
  `Northside High School - Student Transcript
Name: Denise Fontenot      Date of graduation: 05/22/1999
Grade 9 | English I | B | 1.0
Grade 9 | Algebra I | C | 1.0
Grade 10 | Biology | A | 1.0
Grade 11 | American History | B | 1.0
Class rank 45 of 212      GPA 3.01
Principal's signature`,
  `# Master of Arts in Counseling
= is hereby conferred upon Paul Desormeaux
= by the Regents of Cypress State University
= who has fulfilled all requirements for this degree
= December 12, 2008`,
  `Parish School System Adult Education
This letter verifies that Tasha Robin graduated from Riverside High School
on May 18, 2012 and was awarded a high school diploma.
A copy of the diploma is not available because of storm damage to our records.
Office of Student Records`,
  `# DIPLOMA DE BACHILLERATO
= La Escuela Secundaria Benito Juarez
= otorga a
## Lucia Hernandez Mora
= el presente diploma por haber concluido sus estudios
= Monterrey, junio de 2004`,
  `## St. Martin Academy
= Hereby declares that
## Oneida Prudhomme
= has completed the requirements for graduation and is granted this High School Diploma
= Principal    Superintendent
= Class of 1989`,
  `Unofficial Transcript
Philip Credeur   Major: Human Services   Level: Undergraduate
Institution: Gulf Technical College
Course | Title | Hours | Grade | Points
HUSV 101 | Intro to Human Services | 3 | A | 12
HUSV 210 | Case Management | 3 | B | 9
Credits attempted 30   Credits earned 27   Grade point average 3.1
Degree awarded: Technical Diploma, 2019`,
  `HiSET Official Report of Test Results
Examinee: Vernon Castille
Language Arts Reading 12 | Pass
Mathematics 10 | Pass
Science 11 | Pass
Social Studies 13 | Pass
Writing 12 | Pass
You have earned your High School Equivalency credential.`,
  `# Associate of Science
= Teche Valley Community College
= on the nomination of the faculty has awarded to
## Glenda Savoie
= this degree and all the honors belonging to it
= Registrar   Chancellor   2014`,
];
